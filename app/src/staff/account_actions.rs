//! What can be done with an account: the buttons of its row in a table.

use domain::rights::Action;
use leptos::prelude::*;

use crate::{
    frame::{FrameState, may},
    locale::texts,
    ui::{Icon, Shape},
};

#[component]
pub(crate) fn AccountActions(
    /// The user name, for the buttons' labels.
    name: String,
    /// The account's own address, below which its dialogs are.
    at: String,
    active: bool,
    /// A link for the first password makes sense.
    can_be_invited: bool,
    /// The account is one's own and only edited: nobody shuts oneself out.
    #[prop(optional)]
    own: bool,
) -> impl IntoView {
    let edit = icon_link(at.clone(), (texts().users().edit_of)(&name), Shape::Pen);
    let of_others = (!own).then(|| {
        let delete = format!("{at}/loeschen");
        let delete = icon_link(delete, (texts().users().delete_of)(&name), Shape::Bin);
        let others = view! {
            {can_be_invited.then(|| invite(&name, &at))}
            {may(Action::EndSessionsOfOthers).then(|| sessions(&name, &at))}
            {switch(&name, &at, active)}
        };
        (others, delete)
    });
    let (others, delete) = of_others.unzip();
    view! { <span class="row-actions">{others} {edit} {delete}</span> }
}

fn icon_link(href: String, label: String, shape: Shape) -> impl IntoView + use<> {
    let class = if shape == Shape::Bin {
        "button danger"
    } else {
        "button"
    };
    view! {
        <a class=class href=href aria-label=label.clone() title=label>
            <Icon shape />
        </a>
    }
}

fn invite(name: &str, at: &str) -> impl IntoView + use<> {
    let words = texts().users();
    let label = if FrameState::current().mails {
        words.invite
    } else {
        words.new_link
    };
    view! {
        <a class="button" href=format!("{at}/einladen") aria-label=(words.invite_of)(name)>
            {label}
        </a>
    }
}

fn sessions(name: &str, at: &str) -> impl IntoView + use<> {
    let words = texts().staff();
    view! {
        <a class="button" href=format!("{at}/sitzungen") aria-label=(words.sessions_of)(name)>
            {words.sessions}
        </a>
    }
}

fn switch(name: &str, at: &str, active: bool) -> impl IntoView + use<> {
    let words = texts().users();
    let (label, label_of, wanted) = if active {
        (words.deactivate, words.deactivate_of, "nein")
    } else {
        (words.activate, words.activate_of, "ja")
    };
    view! {
        <form method="post" action=format!("{at}/status")>
            <input type="hidden" name="aktiv" value=wanted />
            <button aria-label=label_of(name)>{label}</button>
        </form>
    }
}
