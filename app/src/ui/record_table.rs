//! A table of what belongs to a customer. On a phone each row is a card.

use leptos::prelude::*;

use crate::locale::texts;

/// One cell.
pub(crate) enum Cell {
    Text(String),
    /// Stays in one line.
    Line(String),
    /// A word on a coloured ground: good news, or none.
    Badge {
        text: &'static str,
        good: bool,
    },
    /// Anything else.
    View(AnyView),
}

/// Whether something is in use, or the word for the opposite.
pub(crate) fn active_cell(active: bool, otherwise: &'static str) -> Cell {
    Cell::Badge {
        text: if active {
            texts().general.active
        } else {
            otherwise
        },
        good: active,
    }
}

/// The columns, and last that of the actions where there are any. Cells without a column are not shown.
pub(crate) fn with_actions(
    mut columns: Vec<&'static str>,
    actions: Option<&'static str>,
) -> Vec<&'static str> {
    columns.extend(actions);
    columns
}

#[component]
pub(crate) fn RecordTable(
    caption: &'static str,
    columns: Vec<&'static str>,
    /// In each row one cell for each column.
    rows: Vec<Vec<Cell>>,
    /// Said where there are no rows.
    none: &'static str,
) -> impl IntoView {
    if rows.is_empty() {
        return view! { <p class="tab empty">{none}</p> }.into_any();
    }
    let head = columns
        .iter()
        .map(|column| view! { <th scope="col">{*column}</th> })
        .collect_view();
    let body = rows
        .into_iter()
        .map(|row| {
            let cells = columns
                .iter()
                .zip(row)
                .map(|(column, cell)| cell_view(column, cell));
            view! { <tr>{cells.collect_view()}</tr> }
        })
        .collect_view();
    view! {
        <div class="tab table-frame">
            <table>
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn cell_view(label: &'static str, cell: Cell) -> impl IntoView {
    let in_one_line = matches!(cell, Cell::Line(_));
    let content = match cell {
        Cell::Text(text) | Cell::Line(text) => text.into_any(),
        Cell::Badge { text, good } => {
            view! { <span class=if good { "badge good" } else { "badge" }>{text}</span> }.into_any()
        }
        Cell::View(view) => view,
    };
    view! {
        <td data-label=label class:line=in_one_line>
            {content}
        </td>
    }
}
