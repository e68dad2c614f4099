import { call, notice } from './calls.js';
import { part, setText, syncList } from './dom.js';
import { addressesIn, clearFault, holdsOneAddress, tellFault } from './fields.js';
import { calledAddress } from './lastCall.js';

/** The field to paste addresses in, and the one to change what the service proves itself with. */
export function buildAddresses(column, { name, label, webhooks }) {
	const [urls, secret] = [part(column, 'url'), part(column, 'secret')];
	const faults = { urls: part(column, 'url-fault'), secret: part(column, 'secret-fault') };
	nameParts(column, { name, label, webhooks });
	if (webhooks.most === 1) holdsOneAddress(urls);
	urls.addEventListener('input', () => {
		urls.dataset.edited = 'yes';
		urls.dataset.basis ??= column.dataset.saved;
		setText(part(column, 'hint'), hintOf(column, label));
	});

	const testing = part(column, 'testing');
	testing.addEventListener('change', async () => {
		const { checked } = testing;
		if (!(await call('PUT', `${name}/testing`, { isOn: checked }))) return;
		const now = checked ? 'as well now. Click “Execute step” in the trigger' : 'no longer';
		notice(`Events go to the test URL ${now}.`);
	});

	part(column, 'form').addEventListener('submit', async (event) => {
		event.preventDefault();
		clearFault(urls, faults.urls);
		clearFault(secret, faults.secret);
		const given = addressesIn(urls);
		const changed = secret.value !== '';
		const more = changed ? { [webhooks.secret.field]: secret.value } : {};
		const saved = await call('PUT', `${name}/webhooks`, { urls: given, ...more }, (wrong) => {
			// The last one that gets the focus is the first on the page.
			for (const [field, line, text] of [
				[secret, faults.secret, wrong[webhooks.secret.field]],
				[urls, faults.urls, wrong.urls],
			]) {
				if (text === undefined) continue;
				tellFault(field, line, text);
				field.focus();
			}
			notice(`Nothing was saved: below the field of ${label} stands why.`, { isProblem: true });
		});
		if (!saved) return;
		forgetEdits(urls);
		secret.value = '';
		if (changed) hideSecret(column);
		const word = `The ${webhooks.secret.word} is another one now.`;
		notice([goesWhere(column, saved.urls), changed ? word : ''].join(' ').trim());
	});

	part(column, 'secret-show').addEventListener('click', async () => {
		const shown = part(column, 'secret-shown');
		if (shown.textContent !== '') return hideSecret(column);
		const answer = await call('GET', `${name}/webhooks/secret`);
		if (!answer) return;
		setText(shown, answer.secret);
		nameSecretButton(column, 'Hide');
	});

	part(column, 'restore').addEventListener('click', async () => {
		// It is about to be hidden, and the focus with it.
		part(column, 'form').querySelector('[type="submit"]').focus();
		clearFault(urls, faults.urls);
		clearFault(secret, faults.secret);
		forgetEdits(urls);
		secret.value = '';
		hideSecret(column);
		const back = await call('POST', `${name}/webhooks/restore`);
		if (back) notice(`${label} is as at the start again: ${part(column, 'restore').dataset.what}.`);
	});
}

function nameParts(column, { name, label, webhooks }) {
	const ids = ['url', 'url-fault', 'hint', 'secret', 'secret-fault', 'secret-hint'];
	for (const id of ids) part(column, id).id = `${id}-${name}`;
	const [urls, secret] = [part(column, 'url'), part(column, 'secret')];
	part(column, 'url-label').htmlFor = urls.id;
	setText(part(column, 'url-label'), webhooks.most === 1 ? 'Webhook address' : 'Webhook addresses');
	urls.setAttribute('aria-describedby', `url-fault-${name} hint-${name}`);
	part(column, 'secret-label').htmlFor = secret.id;
	setText(part(column, 'secret-label'), webhooks.secret.label);
	secret.setAttribute('aria-describedby', `secret-fault-${name} secret-hint-${name}`);
	Object.assign(part(column, 'secret-show').dataset, {
		word: webhooks.secret.word,
		service: label,
	});
	setText(part(column, 'where'), webhooks.where);
	const testing = part(column, 'testing');
	testing.setAttribute('aria-label', `Also send each event of ${label} to the test URL`);
	part(column, 'form').querySelector('[type="submit"]').setAttribute('aria-label', `Save ${label}`);
}

/** Hides the secret, as it is nobody's business for long, and may be another one by now. */
function hideSecret(column) {
	setText(part(column, 'secret-shown'), '');
	nameSecretButton(column, 'Show');
}

function nameSecretButton(column, verb) {
	const button = part(column, 'secret-show');
	const text = `${verb} the ${button.dataset.word}`;
	setText(button, text);
	button.setAttribute('aria-label', `${text} of ${button.dataset.service}`);
}

function forgetEdits(urls) {
	delete urls.dataset.edited;
	delete urls.dataset.basis;
}

/** Brings the fields up to date, except where somebody types. */
export function showAddresses(column, { label, webhooks }) {
	const input = part(column, 'url');
	const saved = webhooks.urls.join('\n');
	column.dataset.saved = saved;
	column.dataset.demo = webhooks.demo ? 'yes' : 'no';
	// What somebody is typing is theirs until they save it.
	if (addressesIn(input).join('\n') === saved && input !== document.activeElement)
		forgetEdits(input);
	const edited = input.dataset.edited === 'yes' || input === document.activeElement;
	if (!edited && input.value !== saved) input.value = saved;
	column.dataset.misses = webhooks.demo && !webhooks.demo.isCalled ? 'yes' : 'no';
	setText(part(column, 'hint'), hintOf(column, label));
	part(column, 'testing').checked = webhooks.isTesting;
	part(column, 'testing-line').hidden = !webhooks.urls.some((url) => url.includes('/webhook/'));
	part(column, 'secret').placeholder = `Empty keeps ${webhooks.tokenHint}`;
	setText(part(column, 'secret-hint'), secretHint(webhooks.secret));
	if (column.dataset.hint !== webhooks.tokenHint) hideSecret(column);
	column.dataset.hint = webhooks.tokenHint;
	showRestore(part(column, 'restore'), label, webhooks);
	part(column, 'called-title').hidden = webhooks.called.length === 0;
	syncList(part(column, 'called'), webhooks.called, ({ url }) => url, calledAddress);
}

/** The button says what it brings back, which is less where no workflow was started along. */
function showRestore(button, label, { demo, isAtStart, secret: { word } }) {
	const what = demo ? `the demo’s address and ${word}` : `the first ${word}`;
	button.hidden = isAtStart;
	button.dataset.what = what;
	setText(button, `Back to ${what}`);
	button.setAttribute('aria-label', `Back to ${what}: ${label}`);
}

function goesWhere(column, urls) {
	if (urls.length === 0) return 'Saved. Events go nowhere now.';
	const where = urls.length === 1 ? 'there' : `to these ${urls.length} addresses`;
	const misses =
		column.dataset.misses === 'yes' ? ' The demo’s workflow gets nothing of them.' : '';
	return `Saved. Events go ${where} from now on.${misses}`;
}

function secretHint({ beside = '' }) {
	return `${beside} With another one than in n8n, the trigger refuses what is sent.`.trim();
}

/** What to know about the addresses in the field, or about those that are saved. */
function hintOf(column, label) {
	const input = part(column, 'url');
	const { saved, misses } = column.dataset;
	const urls = addressesIn(input);
	const hints = [];
	if (input.dataset.edited === 'yes' && urls.join('\n') !== saved) {
		const other = input.dataset.basis !== saved;
		hints.push(
			other ? 'It was changed elsewhere meanwhile; Save replaces that.' : 'Not saved yet.',
		);
	}
	if (urls.some((url) => url.includes('/webhook-test/'))) {
		hints.push('A test URL takes only one event, after a click on “Execute step” in the trigger.');
	}
	if (urls.some((url) => /^https?:\/\/[^/]+\/(workflow|home|projects)\b/.test(url))) {
		hints.push('This is a page of n8n’s editor. Copy the production URL in the trigger instead.');
	}
	if (misses === 'yes') {
		hints.push(`The demo’s workflow gets nothing of ${label}, as its address is not here.`);
	}
	return hints.join(' ');
}
