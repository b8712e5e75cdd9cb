//! Fetching the list. Not reached or declined, the list stays with the server's pages: nothing a
//! person would have to know.

use std::sync::Arc;

use domain::customer_list::CustomerColumns;
use gloo_net::http::Request;
use leptos::{leptos_dom::helpers::request_idle_callback, prelude::*, task::spawn_local};

use super::{EAGER_UP_TO, IN_BROWSER_UP_TO, WholeList};

/// Where the transfer stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Transfer {
    busy: bool,
    /// The version in the browser, as the server named it.
    etag: Option<String>,
}

pub(super) fn start(list: WholeList, customers: u32) {
    let transfer = list.transfer;
    if customers > IN_BROWSER_UP_TO || transfer.with_untracked(|transfer| transfer.busy) {
        return;
    }
    transfer.update_untracked(|transfer| transfer.busy = true);
    let run = move || {
        spawn_local(async move {
            fetch(list).await;
            transfer.update_untracked(|transfer| transfer.busy = false);
        });
    };
    if customers <= EAGER_UP_TO {
        run();
    } else {
        request_idle_callback(run);
    }
}

async fn fetch(list: WholeList) {
    let mut request = Request::get("/api/kunden/liste");
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
    if let Ok(columns) = CustomerColumns::decode(&bytes) {
        list.transfer
            .update_untracked(|transfer| transfer.etag = etag);
        list.columns.set(Some(Arc::new(columns)));
    }
}
