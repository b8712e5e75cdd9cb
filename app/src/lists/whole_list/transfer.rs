//! Fetching the list. Not reached or declined, the list stays with the server's pages: nothing a
//! person would have to know.

use domain::list::{Columns, DecodeError, Decoding, ListKind};
use gloo_net::http::Request;
use leptos::{prelude::*, task::spawn_local};

use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Function, Promise};

use super::{EAGER_UP_TO, IN_BROWSER_UP_TO, WholeList, ahead::when_idle};

/// What the page notes when a list is there (User Timing).
const THERE: &str = "whole list";

/// Where the transfer stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Transfer {
    busy: bool,
    /// Asked for again meanwhile.
    again: bool,
    /// The version in the browser, as the server named it.
    etag: Option<String>,
}

pub(super) fn start(list: WholeList, path: &'static str, rows: u32) {
    let transfer = list.transfer;
    if rows > IN_BROWSER_UP_TO {
        return;
    }
    if transfer.with_untracked(|transfer| transfer.busy) {
        transfer.update_untracked(|transfer| transfer.again = true);
        return;
    }
    transfer.update_untracked(|transfer| transfer.busy = true);
    let run = move || {
        spawn_local(async move {
            loop {
                fetch(list, path).await;
                // What was changed during the transfer may not be in it.
                let again =
                    transfer.try_update_untracked(|transfer| std::mem::take(&mut transfer.again));
                if again != Some(true) {
                    break;
                }
            }
            transfer.update_untracked(|transfer| transfer.busy = false);
        });
    };
    if rows <= EAGER_UP_TO {
        run();
    } else {
        when_idle(run);
    }
}

async fn fetch(list: WholeList, path: &str) {
    let mut request = Request::get(path);
    if let Some(etag) = list
        .transfer
        .with_untracked(|transfer| transfer.etag.clone())
    {
        request = request.header("if-none-match", &etag);
    }
    let Ok(response) = request.send().await else {
        return;
    };
    if response.status() != 200 {
        return;
    }
    let etag = response.headers().get("etag");
    let Ok(bytes) = response.binary().await else {
        return;
    };
    if let Ok(columns) = decode(list.kind, &bytes).await {
        list.transfer
            .update_untracked(|transfer| transfer.etag = etag);
        list.show(columns);
        // Nobody needs it who has no such clock.
        let _ = window().performance().map(|clock| clock.mark(THERE));
    }
}

/// In a task for each column: what a person does meanwhile does not wait for all of them.
async fn decode(kind: ListKind, bytes: &[u8]) -> Result<Columns, DecodeError> {
    let mut decoding = Decoding::of(kind, bytes)?;
    loop {
        next_task().await;
        if !decoding.read_column()? {
            return decoding.into_columns();
        }
    }
}

/// What waits already comes first.
async fn next_task() {
    let mut begin = |go_on: Function, _: Function| {
        // Fails where there is no window, and so nobody who waits.
        let _ = window().set_timeout_with_callback(&go_on);
    };
    // Nothing refuses it.
    let _ = JsFuture::from(Promise::new(&mut begin)).await;
}
