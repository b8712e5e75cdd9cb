//! What the program can be told to do.

mod account;
mod backup;
mod backup_file;
mod import_articles;
mod import_customers;
mod import_domains;
mod import_file;
mod import_products;
mod reseller;
mod restore;
mod serve;
mod status;
mod verify;

use std::future::Future;

use crate::{
    cli::{Account, Cli, Command, Import, Options, Reseller},
    database::Database,
    embedded_postgres::Sharing,
    logging,
    stop::Stop,
    terminal,
};

/// Does what the command line says.
///
/// # Errors
/// [`Stop`]: why it was not done.
pub async fn run(cli: Cli) -> Result<(), Stop> {
    logging::start(&cli.options)?;
    let options = cli.options;
    match cli.command {
        Command::Serve(serve) => serve::run(&options, &serve).await,
        Command::Roles => {
            terminal::say(db::ROLES_SQL.trim_end());
            Ok(())
        }
        Command::Migrate => {
            with_database(&options, async |database| {
                database.migrate().await?;
                terminal::say("Die Tabellen sind auf dem Stand des Programms.");
                Ok(())
            })
            .await
        }
        Command::Backup { file } => interruptible(backup::run(&options, &file)).await,
        Command::Restore { file } => interruptible(restore::run(&options, &file)).await,
        Command::Status { json } => {
            with_database(&options, async |database| {
                status::run(&database, json).await
            })
            .await
        }
        Command::Verify => interruptible(verify::run(&options)).await,
        Command::Reseller(Reseller::Add(new)) => {
            let public_url = options.link_url()?;
            with_database(&options, async |database| {
                reseller::add(&database.connect().await?, new, &public_url).await
            })
            .await
        }
        Command::Account(Account::SetPassword { user }) => {
            let provider = options.provider_name.clone();
            with_database(&options, async |database| {
                account::set_password(&database.connect().await?, &user, &provider).await
            })
            .await
        }
        Command::Account(Account::SetEmail { user, email }) => {
            with_database(&options, async |database| {
                account::set_email(&database.connect().await?, &user, &email).await
            })
            .await
        }
        Command::Account(Account::ResetSecondFactor { user }) => {
            with_database(&options, async |database| {
                account::reset_second_factor(&database.connect().await?, &user).await
            })
            .await
        }
        Command::Import(Import::Domains { reseller, file }) => {
            with_database(&options, async |database| {
                import_domains::run(&database.connect().await?, &reseller, &file).await
            })
            .await
        }
        Command::Import(Import::Articles { file }) => {
            with_database(&options, async |database| {
                import_articles::run(&database.connect().await?, &file).await
            })
            .await
        }
        Command::Import(Import::Products { file }) => {
            with_database(&options, async |database| {
                import_products::run(&database.connect().await?, &file).await
            })
            .await
        }
        Command::Import(Import::Customers { reseller, file }) => {
            with_database(&options, async |database| {
                import_customers::run(&database.connect().await?, &reseller, &file).await
            })
            .await
        }
    }
}

/// Runs a short command; a signal ends it, and the embedded database with it.
async fn with_database<F>(options: &Options, work: impl FnOnce(Database) -> F) -> Result<(), Stop>
where
    F: Future<Output = Result<(), Stop>>,
{
    let source = options.database_source()?;
    interruptible(async { work(Database::open(source, Sharing::Joins).await?).await }).await
}

/// A signal ends the work.
async fn interruptible(work: impl Future<Output = Result<(), Stop>>) -> Result<(), Stop> {
    tokio::select! {
        done = work => done,
        () = signal() => Err(Stop::Interrupted),
    }
}

/// Resolves when somebody wants the program to end: Ctrl+C, `kill`, a closed terminal.
pub async fn signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let mut signals: Vec<_> = [
        SignalKind::interrupt(),
        SignalKind::terminate(),
        SignalKind::hangup(),
    ]
    .into_iter()
    .filter_map(|kind| signal(kind).ok())
    .collect();
    std::future::poll_fn(|context| {
        let received = signals
            .iter_mut()
            .any(|signal| signal.poll_recv(context).is_ready());
        if received {
            std::task::Poll::Ready(())
        } else {
            std::task::Poll::Pending
        }
    })
    .await;
}
