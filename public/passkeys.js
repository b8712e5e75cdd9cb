// Asks the browser for a passkey and sends the answer with the form around the button. Without WebAssembly:
// the pages that need it are plain forms.
//
// A part of a form with `data-passkey` holds a hidden field for the answer, a button, a sentence for browsers
// that have no passkeys, and a place for what is to be said. It says what is asked (`get`, `create`), where
// (`data-ask`, `data-purpose`), and the words.

const canAsk =
  typeof PublicKeyCredential === 'function' &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential;

/** Parts that wait for the person. */
const asking = new WeakSet();

/** Forms that are being sent, with an answer or because there is nothing to ask. */
const sending = new WeakSet();

function show() {
  for (const part of document.querySelectorAll('[data-passkey]')) {
    part.querySelector('button').hidden = !canAsk;
    // Where nothing is lost without it, it is not said either.
    if (canAsk) part.querySelector('[data-passkey-none]').hidden = true;
  }
}

/** With what the form holds now, as if its own button had been used. */
function send(part, answer) {
  part.querySelector('input').value = answer;
  const form = part.closest('form');
  sending.add(form);
  form.requestSubmit();
  sending.delete(form);
}

async function answerOf(part) {
  const asked = await fetch(part.dataset.ask, {
    method: 'POST',
    body: new URLSearchParams({ zweck: part.dataset.purpose }),
  });
  // Without a fresh proof or a session there is nothing to ask: the form's answer says so.
  if ([401, 403, 404, 409].includes(asked.status)) return '';
  if (!asked.ok) throw new Error(`${asked.status}`);
  const options = await asked.json();
  const credential =
    part.dataset.passkey === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return JSON.stringify(credential.toJSON());
}

async function ask(part) {
  if (asking.has(part)) return;
  asking.add(part);
  const say = part.querySelector('[role=status]');
  say.textContent = '';
  try {
    send(part, await answerOf(part));
  } catch (problem) {
    const { cancelled, failed, known } = part.dataset;
    const words = { NotAllowedError: cancelled, AbortError: cancelled, InvalidStateError: known };
    say.textContent = words[problem.name] ?? failed;
  } finally {
    asking.delete(part);
  }
}

document.addEventListener('click', (event) => {
  const part = event.target.closest?.('[data-passkey] button')?.closest('[data-passkey]');
  if (part && part.dataset.passkey === 'get') ask(part);
});

// The button of a form for a new passkey sends it, so the Enter key uses it too.
document.addEventListener('submit', (event) => {
  const part = event.target.querySelector('[data-passkey=create]');
  if (!part || !canAsk || sending.has(event.target)) return;
  event.preventDefault();
  ask(part);
});

show();
