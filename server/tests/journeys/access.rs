//! Deny by default: every server function, list, form and page, asked by everybody who may not. What is
//! expected follows from the table of rights and from a row here; what has no row fails the test.

mod forms;
mod functions;
mod one_reseller;
mod origin;
mod pages;
mod scene;
