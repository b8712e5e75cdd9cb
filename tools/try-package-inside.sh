#!/usr/bin/env bash
# What tools/try-package does in the machine that it has booted. The order of the steps is that of a
# machine's life; each goes on from what the one before left.
set -euo pipefail

address=http://127.0.0.1:3000
data=/var/lib/mkm
settings=/etc/mkm/mkm.env
password="drei blaue Elefanten tanzen"
cookie_file=/root/cookie
link_file=/root/link

# holds SENTENCE COMMAND…: one promise. What the command wrote is shown only where it failed.
holds() {
    local sentence=$1 output
    shift
    if output=$("$@" 2>&1); then
        printf '  ok  %s\n' "$sentence"
    else
        printf '  NOT %s\n      tried: %s\n' "$sentence" "$*"
        printf '%s\n' "$output" | tail -n 15 | cut -c 1-300
        echo "      the journal's last lines:"
        journalctl --no-pager -q -n 25 -u mkm -u mkm-backup
        exit 1
    fi
}

# not COMMAND…
not() {
    ! "$@"
}

# comes SECONDS COMMAND…: within that time the command succeeds.
comes() {
    local until=$((SECONDS + $1))
    shift
    until "$@"; do
        [ "$SECONDS" -le "$until" ] || return 1
        sleep 0.2
    done
}

# is WHAT COMMAND…: the command writes exactly this.
is() {
    local wanted=$1 found
    shift
    found=$("$@") || true
    [ "$found" = "$wanted" ] || { printf 'found: %s\nwanted: %s\n' "$found" "$wanted" && return 1; }
}

# says TEXT COMMAND…: the command's output has this in it.
says() {
    local wanted=$1 found
    shift
    found=$("$@" 2>&1) || true
    case $found in *"$wanted"*) ;; *) printf '%s\n' "$found" && return 1 ;; esac
}

property() {
    systemctl show --property "$2" --value "$1"
}

main_process() {
    property mkm MainPID
}

journal_since() {
    journalctl --no-pager -q -o cat --since "$1" -u "$2"
}

now() {
    date '+%Y-%m-%d %H:%M:%S'
}

# set_setting NAME VALUE: as an editor would, in place of the line that explains it.
set_setting() {
    sed -i "s|^#\?$1=.*|$1=$2|" "$settings"
}

# As docs/operating.md has it.
as_mkm() {
    systemd-run --pipe --wait -q --uid=mkm -p EnvironmentFile=/etc/mkm/mkm.env "$@"
}

# ask CURL-ARGUMENT…: as the proxy hands a request on.
ask() {
    local cookie=()
    [ ! -s "$cookie_file" ] || cookie=(-H "Cookie: $(cat "$cookie_file")")
    curl -sS --max-time 20 -H 'Host: mkm.example.org' -H 'Origin: https://mkm.example.org' \
        -H 'X-Forwarded-For: 192.0.2.7' ${cookie[@]+"${cookie[@]}"} "$@"
}

status_of() {
    ask -o /dev/null -w '%{http_code}' "$@"
}

ready() {
    is 200 status_of "$address/readyz"
}

# set_password_by_link PASSWORD: follows the link that `mkm reseller add` printed.
set_password_by_link() {
    local link
    link=$(cat "$link_file")
    is 303 status_of --data-urlencode "passwort=$1" --data-urlencode "wiederholung=$1" \
        "$address${link#https://mkm.example.org}"
}

# `as_mkm` with --pty, as docs/operating.md has it.
set_password_at_terminal() {
    local command='systemd-run --pty --wait -q --uid=mkm -p EnvironmentFile=/etc/mkm/mkm.env'
    printf '%s\n%s\n' "$password" "$password" |
        script -qec "$command mkm account set-password --user muster" /dev/null
}

sign_in() {
    rm -f "$cookie_file"
    ask -i --data-urlencode benutzername=muster --data-urlencode "passwort=$password" "$address/anmelden" |
        sed -n 's/^set-cookie: \([^;]*\);.*/\1/pI' >"$cookie_file"
    [ -s "$cookie_file" ]
}

signed_in() {
    says "Kundennummer 100001" ask "$address/"
}

apt_install() {
    apt-get install -y -q -o Dpkg::Options::=--force-confold "$@" </dev/null
}

# Keeps the link that it prints.
add_reseller() {
    as_mkm mkm reseller add --number 100001 --company "Muster Hosting" --user muster --email muster@example.org \
        >"$link_file" && grep -q '^https://mkm.example.org/' "$link_file"
}

# ---

first_day() {
    cd /root
    holds "the package installs with nothing but Debian's own packages" apt_install ./mkm.deb
    holds "its environment file can be read by root and mkm only" is "root:mkm 640" stat -c '%U:%G %a' "$settings"
    holds "nothing was started" is inactive systemctl is-active mkm
    holds "nothing was enabled" is disabled systemctl is-enabled mkm
    holds "the program is in PATH" says "mkm 0" mkm --version
    holds "the document that the units name is there" test -s /usr/share/doc/mkm/operating.md
    holds "the units are without faults" systemd-analyze verify mkm.service mkm-backup.service mkm-backup.timer

    holds "Debian's PostgreSQL installs" apt_install postgresql
    holds "its server can be switched off" systemctl disable --now postgresql
    set_setting MKM_PUBLIC_URL https://mkm.example.org
    set_setting MKM_TRUSTED_PROXIES 127.0.0.1
    holds "program and backup can be enabled" systemctl enable --now mkm mkm-backup.timer
    holds "the program is ready within a minute" comes 60 ready
    holds "its data are nobody else's to see" is "mkm:mkm 700" stat -c '%U:%G %a' "$data"

    holds "a first reseller can be added" add_reseller
    holds "its link sets a password" set_password_by_link "vier rote Elefanten tanzen"
    holds "a password can be set at a terminal" set_password_at_terminal
    holds "the reseller can sign in with it" sign_in
    holds "and sees the start page" signed_in
    holds "mkm status answers beside the program" as_mkm mkm status
    holds "mkm verify finds no fault" as_mkm mkm verify
}

sandbox() {
    local process
    process=$(main_process)
    holds "systemd calls the program's exposure at most 2.0" systemd-analyze security --threshold=20 --no-pager mkm.service
    holds "and that of the backup at most 2.0" systemd-analyze security --threshold=20 --no-pager mkm-backup.service
    holds "the program runs as mkm" is mkm stat -c %U "/proc/$process"
    holds "it has no capability, not even within reach" is 0000000000000000 sed -n 's/^CapBnd:\t//p' "/proc/$process/status"
    holds "it can gain no rights" is 1 sed -n 's/^NoNewPrivs:\t//p' "/proc/$process/status"
    holds "its system calls are filtered" is 2 sed -n 's/^Seccomp:\t//p' "/proc/$process/status"
    # Even root cannot write there, seen from the program.
    for place in /etc /usr /var/log /root /home; do
        holds "it sees $place as a place that cannot be written" not nsenter -t "$process" -m touch "$place/mkm-was-here"
    done
    holds "it does not see what is in /root" is "" nsenter -t "$process" -m ls -A /root
    holds "its PostgreSQL listens on no port" is 127.0.0.1:3000 listening
}

# Addresses with a port that anything in this machine listens on.
listening() {
    awk '$4 == "0A" { print $2 }' /proc/net/tcp /proc/net/tcp6 | while IFS=: read -r host port; do
        [ "$host" = 0100007F ] && host=127.0.0.1
        printf '%s:%s\n' "$host" $((16#$port))
    done
}

another_process() {
    [ "$(main_process)" != "$1" ] && ready
}

refused_for() {
    [ "$(property mkm ExecMainStatus)" = 2 ] && is failed systemctl is-active mkm
}

faults() {
    local before began
    before=$(main_process)
    kill -KILL "$before"
    holds "after kill -9 it is back within 20 s" comes 20 another_process "$before"
    holds "whoever was signed in still is" signed_in

    began=$(now)
    set_setting MKM_LISTEN irgendwo
    systemctl restart mkm || true
    holds "a wrong setting ends it with 2" comes 10 refused_for
    sleep 5
    holds "it is not started again" is 0 property mkm NRestarts
    holds "the journal says which setting it is" says "MKM_LISTEN: " journal_since "$began" mkm
    set_setting MKM_LISTEN 127.0.0.1:3000
    holds "with the right one it starts" systemctl start mkm
    holds "and is ready" comes 30 ready

    # As the backup of a stopped program has them.
    systemctl stop mkm
    systemd-run -q --uid=mkm flock "$data/lock" sleep 6
    holds "a command can have the data for a while" comes 5 not flock -n "$data/lock" true
    systemctl start mkm
    holds "the program starts when that is over" comes 40 ready
}

backup_files() {
    find "$data/backups" -name '*.backup' | sort
}

newest_backup() {
    backup_files | tail -n 1
}

backups() {
    local old="$data/backups/2020-01-01T031700Z.backup" began
    holds "the timer waits for the night" not is "" property mkm-backup.timer NextElapseUSecRealtime
    began=$(now)
    holds "a backup goes well beside the program" systemctl start mkm-backup
    holds "there is one file" is 1 count_backups
    holds "only mkm may read it" is "mkm:mkm 600" stat -c '%U:%G %a' "$(newest_backup)"
    holds "the journal has what was verified" says "Protokoll" journal_since "$began" mkm-backup

    install -o mkm -g mkm -m 600 /dev/null "$old"
    touch -d '40 days ago' "$old"
    sleep 1
    chown root: "$data/backups"
    holds "where no backup can be written, that is a failure" not systemctl start mkm-backup
    holds "and nothing old is removed" test -e "$old"
    chown mkm: "$data/backups"

    systemctl stop mkm
    holds "a backup goes well while the program is stopped" systemctl start mkm-backup
    holds "the old one is removed then" not test -e "$old"
    holds "there are two files" is 2 count_backups
    systemctl start mkm
    holds "the program starts after it" comes 30 ready

    holds "a backup can be restored for a drill" restore_drill
    rm -rf /tmp/drill

    systemctl stop mkm
    mv "$data/postgres" "$data/postgres.broken"
    holds "it can be restored in earnest" as_mkm mkm restore "$(newest_backup)"
    systemctl start mkm
    holds "the program starts with that" comes 30 ready
    holds "whoever was signed in still is" signed_in
    rm -rf "$data/postgres.broken"
}

count_backups() {
    backup_files | wc -l
}

restore_drill() {
    install -o mkm -g mkm -m 700 -d /tmp/drill
    systemd-run --pipe --wait -q --uid=mkm -p Environment=MKM_DATA_DIR=/tmp/drill mkm restore "$(newest_backup)"
}

after_boot() {
    holds "the program started by itself" comes 60 ready
    holds "the timer is there" is active systemctl is-active mkm-backup.timer
    holds "whoever was signed in still is" signed_in
}

# ask_on FILE: asks for a page again and again; a line for each answer, with curl's own exit code.
ask_on() {
    local outcome code
    while [ ! -e /root/enough ]; do
        code=0
        outcome=$(status_of "$address/mkm/kunden" 2>/dev/null) || code=$?
        printf '%s %s\n' "$code" "$outcome" >>"$1"
        [ "$code" -eq 0 ] || sleep 0.1
    done
}

# under_load COMMAND…: while eight people ask.
under_load() {
    local asking=() status=0
    rm -f /root/enough /root/asked-*
    for number in 1 2 3 4 5 6 7 8; do
        ask_on "/root/asked-$number" &
        asking+=($!)
    done
    sleep 3
    "$@" || status=$?
    sleep 1
    touch /root/enough
    wait "${asking[@]}"
    return "$status"
}

# Answered, refused before it began, or reset in the queue of a port that was just closed: nothing else.
no_answer_was_cut() {
    ! cat /root/asked-* | grep -vxE '0 200|7 000|56 000'
}

answered() {
    [ "$(cat /root/asked-* | grep -cx '0 200')" -gt 20 ]
}

upgrade() {
    local before
    before=$(main_process)
    holds "a newer package installs while people work" under_load apt_install /root/mkm-later.deb
    holds "people had answers meanwhile" answered
    holds "no answer was cut in the middle" no_answer_was_cut
    holds "the program was restarted" comes 30 another_process "$before"
    holds "the newer version is installed" says "+later" dpkg-query -W mkm
    holds "the settings are the operator's" grep -qx 'MKM_PUBLIC_URL=https://mkm.example.org' "$settings"
    holds "and still nobody else's to read" is "root:mkm 640" stat -c '%U:%G %a' "$settings"
    holds "whoever was signed in still is" signed_in
    holds "mkm verify finds no fault" as_mkm mkm verify

    systemctl stop mkm
    holds "a package installs while the program is stopped" apt_install --allow-downgrades /root/mkm.deb
    holds "and leaves it so" is inactive systemctl is-active mkm
    holds "it starts again" systemctl start mkm
    holds "and is ready" comes 30 ready
}

stop_under_load() {
    local began=$SECONDS
    holds "the program stops" under_load systemctl stop mkm
    holds "within 30 s" test $((SECONDS - began)) -lt 35
    holds "with 0" is "exited 0" ended_how
    holds "people had answers until then" answered
    holds "no answer was cut in the middle" no_answer_was_cut
    holds "nothing of it is left running" is "" processes_of_mkm
    holds "PostgreSQL ended in order" not test -e "$data/postgres/postmaster.pid"
    holds "it starts again" systemctl start mkm
    holds "and is ready" comes 30 ready
}

ended_how() {
    local code
    code=$(property mkm ExecMainCode)
    printf '%s %s\n' "$([ "$code" = 1 ] && echo exited || echo "killed, $code")" "$(property mkm ExecMainStatus)"
}

processes_of_mkm() {
    find /proc -maxdepth 1 -name '[0-9]*' -user mkm
}

removal() {
    holds "the package can be removed while the program runs" apt-get remove -y -q mkm
    holds "the program has ended" is "" processes_of_mkm
    holds "nothing of it is enabled any more" is "" enabled_links
    holds "the settings stay" test -s "$settings"
    holds "the data stay" test -d "$data/postgres"

    holds "it can be installed again" apt_install /root/mkm.deb
    holds "it is not started by that" is inactive systemctl is-active mkm
    holds "it starts" systemctl enable --now mkm mkm-backup.timer
    holds "it is ready" comes 30 ready
    holds "everything is still there" signed_in

    holds "it can be purged" apt-get purge -y -q mkm
    holds "the program has ended" is "" processes_of_mkm
    holds "the settings, with passwords in them, are gone" not test -e /etc/mkm
    holds "units and program are gone" is "" left_over
    holds "the data stay even then" test -d "$data/postgres"
}

enabled_links() {
    find /etc/systemd/system /run/systemd/system -name 'mkm*'
}

left_over() {
    find /usr/lib/mkm /usr/bin/mkm /usr/lib/systemd/system/mkm* /usr/share/doc/mkm 2>/dev/null || true
}

# As the README has it, with Debian's own server.
given_database() {
    local began
    rm -rf "$data"
    holds "Debian's PostgreSQL runs" systemctl enable --now postgresql
    holds "the package installs" apt_install /root/mkm.deb
    holds "mkm roles is what PostgreSQL takes" make_roles
    set_setting MKM_PUBLIC_URL https://mkm.example.org
    set_setting MKM_TRUSTED_PROXIES 127.0.0.1
    set_setting DATABASE_URL postgres://mkm_owner:geheim@127.0.0.1/mkm
    set_setting MKM_BACKUP_URL postgres://mkm_backup:auchgeheim@127.0.0.1/mkm
    began=$(now)
    # As after an upgrade: the tables are older than the program.
    holds "program and backup can be enabled" systemctl enable --now mkm mkm-backup.timer
    holds "without tables the program says what is to be done" comes 10 says "mkm migrate" journal_since "$began" mkm
    holds "mkm migrate makes them" as_mkm mkm migrate
    holds "the program is ready by itself then" comes 30 ready
    holds "a first reseller can be added" add_reseller
    holds "the link sets a password" set_password_by_link "$password"
    holds "the reseller can sign in" sign_in
    holds "and sees the start page" signed_in
    holds "a backup goes well" systemctl start mkm-backup
    holds "MKM runs no PostgreSQL itself" not test -e "$data/postgres"

    systemctl stop mkm
    stop_given_database
    began=$(now)
    systemctl start mkm
    holds "it says so where the database is away at the start" \
        comes 10 says "DATABASE_URL: " journal_since "$began" mkm
    sleep 5
    systemctl start postgresql
    holds "it starts when the database has come" comes 40 ready
    stop_given_database
    holds "without its database it is not ready" comes 20 not ready
    systemctl start postgresql
    holds "and is when the database is back" comes 20 ready
    holds "whoever was signed in still is" signed_in

    set_setting DATABASE_URL postgres://mkm_owner:falsch@127.0.0.1/mkm
    systemctl restart mkm || true
    holds "a wrong password of the database ends it with 2" comes 10 refused_for
}

# The one service is for all clusters, which end after it.
stop_given_database() {
    systemctl stop postgresql 'postgresql@*'
}

make_roles() {
    as_mkm mkm roles >/root/roles.sql &&
        runuser -u postgres -- psql -q -v ON_ERROR_STOP=1 </root/roles.sql &&
        runuser -u postgres -- psql -q -v ON_ERROR_STOP=1 -c "alter role mkm_owner password 'geheim'" \
            -c "alter role mkm_backup login password 'auchgeheim'" -c 'create database mkm owner mkm_owner'
}

"$1"
