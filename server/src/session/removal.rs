//! Removing the cookie.

use axum::{
    extract::Request,
    http::{HeaderValue, header},
    middleware::Next,
    response::Response,
};

/// tower-sessions removes the cookie by one without `Secure`, which browsers do not take for a name
/// with this prefix: puts a right one in its place.
pub async fn secure_removal(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let cookies: Vec<HeaderValue> = response
        .headers()
        .get_all(header::SET_COOKIE)
        .iter()
        .cloned()
        .collect();
    if cookies.iter().any(is_removal) {
        let headers = response.headers_mut();
        headers.remove(header::SET_COOKIE);
        for cookie in cookies {
            headers.append(
                header::SET_COOKIE,
                if is_removal(&cookie) { REMOVAL } else { cookie },
            );
        }
    }
    response
}

const REMOVAL: HeaderValue =
    HeaderValue::from_static("__Host-mkm=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax");

fn is_removal(cookie: &HeaderValue) -> bool {
    cookie.as_bytes().starts_with(b"__Host-mkm=;")
}
