//! A stretch of network between the program and PostgreSQL, on which everything can happen.

use std::{net::SocketAddr, time::Duration};

use anyhow::Result;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinHandle,
};

/// What happens to connections, to those that are open as to new ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weather {
    /// Nothing.
    Fair,
    /// Each packet takes this long.
    Slow(Duration),
    /// They are closed.
    Cut,
    /// They are reset.
    Reset,
    /// They are taken and stay open, and nothing comes through until the weather changes.
    Stall,
    /// As [`Self::Stall`], and those that were open then stay dead afterwards: as where the other
    /// machine lost power, or a firewall forgot them.
    Forget,
}

/// Carries connections for as long as it lives.
#[derive(Debug)]
pub struct Proxy {
    pub address: SocketAddr,
    weather: watch::Sender<Weather>,
    task: JoinHandle<()>,
}

impl Proxy {
    /// To this port of this machine.
    ///
    /// # Errors
    /// There is no port for it.
    pub async fn to(port: u16) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let (weather, seen) = watch::channel(Weather::Fair);
        let task = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                tokio::spawn(carry(client, port, seen.clone()));
            }
        });
        Ok(Self {
            address,
            weather,
            task,
        })
    }

    pub fn becomes(&self, weather: Weather) {
        self.weather.send_replace(weather);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Whatever fails, the connection ends, as it would.
async fn carry(mut client: TcpStream, port: u16, mut weather: watch::Receiver<Weather>) {
    if !passes(&mut client, &mut weather).await {
        return;
    }
    let Ok(mut server) = TcpStream::connect(("127.0.0.1", port)).await else {
        return;
    };
    let _ = client.set_nodelay(true);
    let _ = server.set_nodelay(true);
    let (mut up, mut down) = ([0; 16 * 1024], [0; 16 * 1024]);
    loop {
        let carried = tokio::select! {
            changed = weather.changed() => {
                changed.is_ok() && passes(&mut client, &mut weather).await
            }
            read = client.read(&mut up) => {
                pass_on(read, &up, &mut server, &weather).await
            }
            read = server.read(&mut down) => {
                pass_on(read, &down, &mut client, &weather).await
            }
        };
        if !carried {
            return;
        }
    }
}

/// Waits for weather in which something comes through. `false`: the connection is over.
async fn passes(client: &mut TcpStream, weather: &mut watch::Receiver<Weather>) -> bool {
    loop {
        let now = *weather.borrow_and_update();
        match now {
            Weather::Fair | Weather::Slow(_) => return true,
            Weather::Cut => return false,
            Weather::Reset => {
                let _ = client.set_zero_linger();
                return false;
            }
            Weather::Stall => {
                if weather.changed().await.is_err() {
                    return false;
                }
            }
            Weather::Forget => {
                // Until the program gives it up itself.
                let mut lost = [0; 1024];
                while client.read(&mut lost).await.is_ok_and(|count| count > 0) {}
                return false;
            }
        }
    }
}

async fn pass_on(
    read: std::io::Result<usize>,
    bytes: &[u8],
    to: &mut TcpStream,
    weather: &watch::Receiver<Weather>,
) -> bool {
    let Ok(count) = read else {
        return false;
    };
    let delay = *weather.borrow();
    if let Weather::Slow(time) = delay {
        tokio::time::sleep(time).await;
    }
    count > 0 && to.write_all(&bytes[..count]).await.is_ok()
}
