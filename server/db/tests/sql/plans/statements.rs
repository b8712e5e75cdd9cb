//! The statements of the program, as they are stored for compiling without a database.

use std::{fs, path::Path};

use serde_json::Value;

/// One of them.
#[derive(Debug)]
pub struct Statement {
    pub text: String,
    pub parameters: usize,
}

impl Statement {
    fn read(path: &Path) -> Self {
        let stored: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        let parameters = &stored["describe"]["parameters"]["Left"];
        Self {
            text: stored["query"].as_str().unwrap().to_owned(),
            parameters: parameters.as_array().map_or(0, Vec::len),
        }
    }

    pub fn in_one_line(&self) -> String {
        self.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Each once, in no order.
pub fn all() -> Vec<Statement> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(".sqlx");
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| Statement::read(&entry.unwrap().path()))
        .collect()
}
