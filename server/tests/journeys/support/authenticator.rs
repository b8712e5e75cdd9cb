//! An authenticator without a device: it makes passkeys and signs with them, as browsers send it.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{
    ORIGIN,
    client::{Answer, Client},
};

pub const PASSKEYS: &str = "/konto/zwei-faktor/passkeys";

const PRESENT: u8 = 1;
const VERIFIED: u8 = 4;
const WITH_KEY: u8 = 64;

/// One passkey, on the device that made it.
#[derive(Clone)]
pub struct Authenticator {
    key: SigningKey,
    id: Vec<u8>,
    user: Vec<u8>,
    /// It signs with the next one.
    pub counter: u32,
    /// It has made sure who holds it.
    pub verified: bool,
    /// Where the browser is.
    pub origin: String,
}

impl Authenticator {
    pub fn new() -> Self {
        let mut secret = [0; 32];
        getrandom::fill(&mut secret).unwrap();
        Self {
            key: SigningKey::from_slice(&secret).unwrap(),
            id: Sha256::digest(secret).to_vec(),
            user: Vec::new(),
            counter: 0,
            verified: true,
            origin: ORIGIN.to_owned(),
        }
    }

    /// Makes its passkey. What is sent.
    pub fn create(&mut self, options: &Value) -> String {
        self.user = bytes(&options["user"]["id"]);
        let point = self.key.verifying_key().to_sec1_bytes();
        let mut data = self.data(options["rp"]["id"].as_str().unwrap(), WITH_KEY);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
        data.extend(&self.id);
        // {1: 2, 3: -7, -1: 1, -2: x, -3: y}: a key of the curve P-256 in CBOR.
        data.extend([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32]);
        data.extend(&point[1..33]);
        data.extend([0x22, 0x58, 32]);
        data.extend(&point[33..]);
        // {"fmt": "none", "attStmt": {}, "authData": data}
        let mut attestation = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        attestation.push(u8::try_from(data.len()).unwrap());
        attestation.extend(data);
        let client_data = self.client_data("webauthn.create", options);
        self.credential(&json!({
            "clientDataJSON": BASE64.encode(client_data),
            "attestationObject": BASE64.encode(attestation),
        }))
    }

    /// Signs. What is sent.
    pub fn get(&mut self, options: &Value) -> String {
        self.counter += 1;
        let data = self.data(options["rpId"].as_str().unwrap(), 0);
        let client_data = self.client_data("webauthn.get", options);
        let mut signed = data.clone();
        signed.extend(Sha256::digest(&client_data));
        let signature: Signature = self.key.sign(&signed);
        self.credential(&json!({
            "clientDataJSON": BASE64.encode(client_data),
            "authenticatorData": BASE64.encode(data),
            "signature": BASE64.encode(signature.to_der().as_bytes()),
            "userHandle": BASE64.encode(&self.user),
        }))
    }

    fn data(&self, site: &str, flags: u8) -> Vec<u8> {
        let mut data = Sha256::digest(site).to_vec();
        let verified = if self.verified { VERIFIED } else { 0 };
        data.push(PRESENT | verified | flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    fn client_data(&self, kind: &str, options: &Value) -> Vec<u8> {
        let data = json!({
            "type": kind,
            "challenge": options["challenge"],
            "origin": self.origin,
            "crossOrigin": false,
        });
        data.to_string().into_bytes()
    }

    fn credential(&self, response: &Value) -> String {
        let id = BASE64.encode(&self.id);
        json!({
            "id": id,
            "rawId": id,
            "type": "public-key",
            "response": response,
            "clientExtensionResults": {},
        })
        .to_string()
    }
}

fn bytes(base64: &Value) -> Vec<u8> {
    BASE64.decode(base64.as_str().unwrap()).unwrap()
}

/// What a browser is to ask a passkey for.
pub async fn options(client: &mut Client, path: &str, purpose: &str) -> Value {
    let asked = client.post(path, &[("zweck", purpose)]).await;
    assert_eq!(asked.status, 200, "{path} {purpose}");
    client.keep(&asked);
    serde_json::from_slice(&asked.body).unwrap()
}

/// Adds a passkey of this name.
pub async fn add(client: &mut Client, authenticator: &mut Authenticator, name: &str) -> Answer {
    let asked = options(client, "/konto/passkey", "hinzufuegen").await;
    let made = authenticator.create(&asked);
    let answer = client
        .post(PASSKEYS, &[("name", name), ("antwort", &made)])
        .await;
    client.keep(&answer);
    answer
}
