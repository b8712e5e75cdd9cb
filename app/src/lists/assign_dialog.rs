//! The dialog "Kunden zuordnen": whom the chosen rows will belong to, and from whom they are taken.

use domain::{
    assignment::Picked,
    domain_record::DomainRecord,
    list::ListKind,
    ports::{CustomerChoice, Owned},
    product_record::ProductRecord,
    refusal::Refusal,
    values::{CustomerId, Id},
};
use leptos::{prelude::*, task::spawn_local};

use super::{api::fetch_owned, state::ListState};
use crate::{
    customers::CustomerPicker,
    error::ApiError,
    frame::Notices,
    locale::texts,
    records::Record,
    ui::{CancelButton, Dialog, ProblemAlert},
};

/// Moves that are named one by one.
const MOST_NAMED: usize = 10;

/// Assigns what was seen, and nothing that belongs to somebody else meanwhile. Returns how many
/// moved.
pub(super) async fn assign(
    kind: ListKind,
    rows: &[Owned],
    customer: Option<CustomerId>,
) -> Result<usize, ApiError> {
    match kind {
        ListKind::Customers => Ok(0),
        ListKind::Domains => assign_rows::<DomainRecord>(rows, customer).await,
        ListKind::Products => assign_rows::<ProductRecord>(rows, customer).await,
    }
}

async fn assign_rows<R: Record>(
    rows: &[Owned],
    customer: Option<CustomerId>,
) -> Result<usize, ApiError> {
    let picked = rows
        .iter()
        .map(|row| Picked::of(Id::from_uuid(row.id.uuid()), row.owner.as_ref()));
    let moved = R::assign(picked.collect(), customer).await?;
    Ok(moved.len())
}

/// The rows that are chosen, with whom they belong to now.
pub(super) type OwnedRows = RwSignal<Option<Result<Vec<Owned>, ApiError>>>;

/// Asks again: the list on the screen may be older than what is stored.
pub(super) fn look(state: ListState, rows: OwnedRows) {
    let ids: Vec<_> = state.selected.get_untracked().into_iter().collect();
    spawn_local(async move {
        let found = fetch_owned(state.view.kind, ids).await;
        // Nobody waits where the dialog was closed meanwhile.
        let _ = rows.try_set(Some(found));
    });
}

#[component]
pub(super) fn AssignDialog(
    state: ListState,
    close: Callback<()>,
    done: Callback<()>,
) -> impl IntoView {
    let words = &texts().lists;
    let rows: OwnedRows = RwSignal::new(None);
    let customer = RwSignal::new(None::<CustomerChoice>);
    let problem = RwSignal::new(None::<ApiError>);
    let sending = RwSignal::new(false);
    let notices = Notices::current();
    Effect::new(move || look(state, rows));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (Some(Ok(owned)), Some(chosen)) = (rows.get_untracked(), customer.get_untracked())
        else {
            return;
        };
        if sending.get_untracked() {
            return;
        }
        sending.set(true);
        spawn_local(async move {
            match assign(state.view.kind, &owned, Some(chosen.id)).await {
                Ok(moved) => {
                    let moved = u32::try_from(moved).unwrap_or(u32::MAX);
                    notices.say((texts().lists.assigned_to)(moved, &chosen.number));
                    done.run(());
                }
                Err(refused) => {
                    sending.set(false);
                    if refused == ApiError::Refused(Refusal::Changed) {
                        look(state, rows);
                    }
                    problem.set(Some(refused));
                }
            }
        });
    };
    let not_ready = move || customer.with(Option::is_none) || sending.get();
    view! {
        <Dialog title=words.assign on_close=close>
            <form on:submit=submit>
                <ProblemAlert problem />
                <CustomerPicker on_pick=move |picked| customer.set(Some(picked)) />
                <div aria-live="polite">
                    {move || {
                        customer
                            .get()
                            .zip(rows.get())
                            .map(|(customer, rows)| consequences(&customer, rows))
                    }}
                </div>
                <footer class="buttons">
                    <button class="primary" disabled=not_ready>
                        {words.assign_submit}
                    </button>
                    <CancelButton href=state.view.path.to_owned() on_press=close />
                </footer>
            </form>
        </Dialog>
    }
}

/// What will happen, and what is taken from whom.
fn consequences(customer: &CustomerChoice, rows: Result<Vec<Owned>, ApiError>) -> AnyView {
    let words = &texts().lists;
    let rows = match rows {
        Ok(rows) => rows,
        Err(problem) => return view! { <ProblemAlert problem=Some(problem) /> }.into_any(),
    };
    let moves: Vec<String> = rows
        .iter()
        .filter_map(|row| {
            let owner = row.owner.as_ref().filter(|owner| owner.id != customer.id)?;
            Some((words.taken_from)(
                &row.name,
                &owner.number,
                &owner.last_name,
            ))
        })
        .collect();
    let all = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let more = u32::try_from(moves.len().saturating_sub(MOST_NAMED)).unwrap_or(u32::MAX);
    let taken = (!moves.is_empty()).then(|| {
        let named = moves.into_iter().take(MOST_NAMED);
        view! {
            <div class="warning">
                <p>{words.change_owner}</p>
                <ul>
                    {named.map(|sentence| view! { <li>{sentence}</li> }).collect_view()}
                    {(more > 0).then(|| view! { <li>{(words.and_more)(more)}</li> })}
                </ul>
            </div>
        }
    });
    view! {
        <p>{(words.will_belong_to)(all, &customer.number, &customer.last_name)}</p>
        {taken}
    }
    .into_any()
}
