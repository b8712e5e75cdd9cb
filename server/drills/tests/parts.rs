//! The parts of the drills: what judges must be able to find something.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::time::{Duration, Instant};

use drills::{
    ledger::{Losses, Sent, Stored},
    proxy::{Proxy, Weather},
    statistics::{percentile, slope},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    time::timeout,
};
use uuid::Uuid;

fn sent(number: &str) -> Sent {
    Sent {
        id: Uuid::now_v7(),
        number: number.to_owned(),
    }
}

fn stored(sent: &Sent, noted: i64) -> Stored {
    Stored {
        id: sent.id,
        number: sent.number.clone(),
        noted,
    }
}

#[test]
fn what_was_acknowledged_and_is_not_there_is_lost() {
    let (one, other) = (sent("P-1"), sent("P-2"));
    let losses = Losses::of(&[one.clone(), other.clone()], &[stored(&one, 1)]);
    assert_eq!(losses.lost, [other]);
    assert!(losses.doubled.is_empty());
}

#[test]
fn what_is_there_or_noted_twice_is_doubled() {
    let (one, other, same) = (sent("P-1"), sent("P-2"), sent("P-2"));
    let rows = [stored(&one, 2), stored(&other, 1), stored(&same, 1)];
    let losses = Losses::of(&[one, other], &rows);
    assert!(losses.lost.is_empty());
    assert_eq!(losses.doubled, ["P-1", "P-2", "P-2"]);
}

#[test]
fn what_is_not_in_the_audit_log_is_no_whole_change() {
    let one = sent("P-1");
    let losses = Losses::of(std::slice::from_ref(&one), &[stored(&one, 0)]);
    assert_eq!(losses.doubled, ["P-1"]);
}

#[test]
fn a_percentile_is_one_of_the_times() {
    let mut times: Vec<_> = (1..=200).rev().map(Duration::from_millis).collect();
    assert_eq!(percentile(&mut times, 50), Duration::from_millis(100));
    assert_eq!(percentile(&mut times, 99), Duration::from_millis(198));
    assert_eq!(percentile(&mut times, 100), Duration::from_millis(200));
    assert_eq!(percentile(&mut [], 50), Duration::ZERO);
}

#[test]
fn the_slope_of_what_grows_is_found_among_noise() {
    let points: Vec<_> = (0..100)
        .map(|x| (f64::from(x), 50.0 + 0.5 * f64::from(x) + f64::from(x % 2)))
        .collect();
    assert!((slope(&points) - 0.5).abs() < 0.01, "{}", slope(&points));
    assert_eq!(slope(&[(1.0, 5.0)]), 0.0);
}

/// An echo behind a proxy.
async fn echo() -> Proxy {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            tokio::spawn(async move {
                let (mut read, mut write) = stream.split();
                tokio::io::copy(&mut read, &mut write).await
            });
        }
    });
    Proxy::to(port).await.unwrap()
}

async fn say(stream: &mut TcpStream) -> std::io::Result<[u8; 2]> {
    stream.write_all(b"hi").await?;
    let mut answer = [0; 2];
    stream.read_exact(&mut answer).await?;
    Ok(answer)
}

const A_WHILE: Duration = Duration::from_millis(300);

#[tokio::test]
async fn in_fair_weather_everything_comes_through_and_slow_takes_its_time() {
    let proxy = echo().await;
    let mut stream = TcpStream::connect(proxy.address).await.unwrap();
    assert_eq!(&say(&mut stream).await.unwrap(), b"hi");
    proxy.becomes(Weather::Slow(A_WHILE));
    let began = Instant::now();
    assert_eq!(&say(&mut stream).await.unwrap(), b"hi");
    assert!(began.elapsed() >= A_WHILE * 2);
}

#[tokio::test]
async fn a_cut_and_a_reset_end_what_is_open_and_what_is_new() {
    for (weather, is_reset) in [(Weather::Cut, false), (Weather::Reset, true)] {
        let proxy = echo().await;
        let mut open = TcpStream::connect(proxy.address).await.unwrap();
        say(&mut open).await.unwrap();
        proxy.becomes(weather);
        let mut rest = [0; 2];
        let end = open.read(&mut rest).await;
        assert_eq!(end.is_err(), is_reset, "{end:?}");
        let mut new = TcpStream::connect(proxy.address).await.unwrap();
        assert!(say(&mut new).await.is_err());
        proxy.becomes(Weather::Fair);
        let mut new = TcpStream::connect(proxy.address).await.unwrap();
        assert_eq!(&say(&mut new).await.unwrap(), b"hi");
    }
}

#[tokio::test]
async fn what_stalls_goes_on_and_what_is_forgotten_does_not() {
    for (weather, goes_on) in [(Weather::Stall, true), (Weather::Forget, false)] {
        let proxy = echo().await;
        let mut open = TcpStream::connect(proxy.address).await.unwrap();
        say(&mut open).await.unwrap();
        proxy.becomes(weather);
        tokio::time::sleep(A_WHILE).await;
        assert!(timeout(A_WHILE, say(&mut open)).await.is_err());
        proxy.becomes(Weather::Fair);
        let mut rest = [0; 2];
        let came = timeout(A_WHILE * 10, open.read_exact(&mut rest)).await;
        assert_eq!(came.is_ok_and(|read| read.is_ok()), goes_on);
    }
}
