//! A browser without a screen.

use std::{
    net::{IpAddr, SocketAddr},
    time::{Duration, Instant},
};

use anyhow::{Result, bail};
use reqwest::{Method, RequestBuilder, redirect::Policy};

/// Of everybody in the demo.
pub const PASSWORD: &str = "demo-kundenverwaltung";

/// Longer than the program takes for any answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Shorter than the program keeps a connection on which nothing comes. A request on one that it is just closing
/// goes unanswered; a browser sends it again, and this one does not.
const IDLE: Duration = Duration::from_secs(5);

/// Sends requests to one program, as somebody who is signed in or not.
#[derive(Debug, Clone)]
pub struct Browser {
    http: reqwest::Client,
    base: String,
    cookie: Option<String>,
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    /// Empty where there is none.
    pub location: String,
    pub text: String,
    pub took: Duration,
    cookie: Option<String>,
}

impl Browser {
    /// Not signed in.
    ///
    /// # Errors
    /// The client cannot be made.
    pub fn new(program: SocketAddr) -> Result<Self> {
        Self::at(program, IpAddr::from([127, 0, 0, 1]))
    }

    /// The same, coming from this address.
    ///
    /// # Errors
    /// The client cannot be made.
    pub fn at(program: SocketAddr, address: IpAddr) -> Result<Self> {
        let http = reqwest::Client::builder()
            .redirect(Policy::none())
            .timeout(PATIENCE)
            .pool_idle_timeout(IDLE)
            .local_address(address)
            .build()?;
        Ok(Self {
            http,
            base: format!("http://{program}"),
            cookie: None,
        })
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self
            .http
            .request(method, format!("{}{path}", self.base))
            .header("sec-fetch-site", "same-origin");
        match &self.cookie {
            Some(cookie) => request.header("cookie", cookie),
            None => request,
        }
    }

    /// # Errors
    /// No answer.
    pub async fn get(&self, path: &str) -> Result<Answer> {
        answer(self.request(Method::GET, path)).await
    }

    /// Sends a form.
    ///
    /// # Errors
    /// No answer.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Result<Answer> {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = self
            .request(Method::POST, path)
            .header("content-type", "application/x-www-form-urlencoded");
        answer(request.body(body)).await
    }

    /// Calls a server function that takes nothing.
    ///
    /// # Errors
    /// No answer.
    pub async fn call(&self, path: &str) -> Result<Answer> {
        let request = self
            .request(Method::POST, path)
            .header("content-type", "application/json");
        answer(request.body("{}")).await
    }

    /// One attempt to sign in.
    ///
    /// # Errors
    /// No answer.
    pub async fn try_sign_in(&mut self, user: &str, password: &str) -> Result<Answer> {
        let fields = [("benutzername", user), ("passwort", password)];
        let answer = self.post("/anmelden", &fields).await?;
        if let Some(cookie) = &answer.cookie {
            self.cookie = Some(cookie.clone());
        }
        Ok(answer)
    }

    /// Signs in; where it is told to wait, it waits.
    ///
    /// # Errors
    /// It is not let in within a minute.
    pub async fn sign_in(&mut self, user: &str) -> Result<()> {
        let began = Instant::now();
        loop {
            let answer = self.try_sign_in(user, PASSWORD).await?;
            match answer.status {
                303 => return Ok(()),
                429 | 503 if began.elapsed() < Duration::from_secs(60) => {
                    tokio::time::sleep(Duration::from_millis(500)).await;
                }
                status => bail!("{user} is not signed in: {status}"),
            }
        }
    }

    /// `name=value` of the session.
    pub fn cookie(&self) -> &str {
        self.cookie.as_deref().unwrap_or_default()
    }
}

async fn answer(request: RequestBuilder) -> Result<Answer> {
    let began = Instant::now();
    let response = request.send().await?;
    let header = |name: &str| {
        let value = response.headers().get(name);
        value
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .to_owned()
    };
    let cookies = response.headers().get_all("set-cookie").iter();
    let cookie = cookies
        .filter_map(|cookie| cookie.to_str().ok()?.split(';').next())
        .find(|cookie| cookie.starts_with("__Host-mkm="))
        .map(str::to_owned);
    Ok(Answer {
        status: response.status().as_u16(),
        location: header("location"),
        cookie,
        text: String::from_utf8_lossy(&response.bytes().await?).into_owned(),
        took: began.elapsed(),
    })
}
