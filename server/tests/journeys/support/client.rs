//! A browser without a screen: it keeps the session cookie and says where its requests come from.

use std::net::SocketAddr;

use reqwest::{Method, RequestBuilder, header::HeaderMap, redirect::Policy};

/// Sends requests to one server.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    base: String,
    /// `name=value`, as it goes back.
    pub cookie: Option<String>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Client {
    pub fn new(address: SocketAddr) -> Self {
        let http = reqwest::Client::builder()
            .redirect(Policy::none())
            .build()
            .unwrap();
        Self {
            http,
            base: format!("http://{address}"),
            cookie: None,
        }
    }

    /// A request as a page of ours sends it.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.plain_request(method, path)
            .header("sec-fetch-site", "same-origin")
    }

    /// A request that does not say where it comes from.
    pub fn plain_request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.base));
        match &self.cookie {
            Some(cookie) => request.header("cookie", cookie),
            None => request,
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        Answer::of(self.request(Method::GET, path)).await
    }

    /// A form that the browser sends itself.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = self.request(Method::POST, path);
        Answer::of(
            request
                .header("content-type", "application/x-www-form-urlencoded")
                .body(body),
        )
        .await
    }

    /// A call of a server function.
    pub async fn call(&self, path: &str, json: &serde_json::Value) -> Answer {
        Answer::of(self.request(Method::POST, path).json(json)).await
    }

    /// Signs in, and keeps the cookie.
    pub async fn sign_in(&mut self, user_name: &str, password: &str) -> Answer {
        let answer = self
            .post(
                "/anmelden",
                &[("benutzername", user_name), ("passwort", password)],
            )
            .await;
        self.keep(&answer);
        answer
    }

    /// Goes on with the session that an answer has begun, if it has.
    pub fn keep(&mut self, answer: &Answer) {
        if let Some(cookie) = answer.session_cookie() {
            self.cookie = cookie.split(';').next().map(str::to_owned);
        }
    }
}

impl Answer {
    pub async fn of(request: RequestBuilder) -> Self {
        let response = request.send().await.unwrap();
        Self {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body: response.bytes().await.unwrap().to_vec(),
        }
    }

    /// Empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map(|value| value.to_str().unwrap())
            .unwrap_or_default()
    }

    /// What can be read of the body: in an answer for the browser's program, the texts among other
    /// bytes. What only marks places for the browser is left out.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).replace("<!>", "")
    }

    /// The `Set-Cookie` of the session.
    pub fn session_cookie(&self) -> Option<&str> {
        let cookies = self.headers.get_all("set-cookie").iter();
        cookies
            .filter_map(|cookie| cookie.to_str().ok())
            .find(|cookie| cookie.starts_with("__Host-mkm="))
    }

    #[track_caller]
    pub fn leads_to(&self, path: &str) {
        assert_eq!((self.status, self.header("location")), (303, path));
    }

    #[track_caller]
    pub fn shows(&self, text: &str) {
        assert!(
            self.text().contains(text),
            "„{text}“ is missing in status {}: {}",
            self.status,
            self.text()
        );
    }
}
