import { call, notice } from './calls.js';
import { part, setText } from './dom.js';

/** The field to paste an address in, and the one to change what the service proves itself with. */
export function buildAddresses(column, { name, label, webhooks }) {
	const [input, secret] = [part(column, 'url'), part(column, 'secret')];
	input.id = `webhook-${name}`;
	input.setAttribute('aria-describedby', `hint-${name}`);
	part(column, 'hint').id = `hint-${name}`;
	part(column, 'url-label').htmlFor = input.id;
	secret.id = `secret-${name}`;
	part(column, 'secret-label').htmlFor = secret.id;
	setText(part(column, 'where'), webhooks.where ?? whereOf(label));
	part(column, 'secret-line').hidden = !webhooks.secret;
	part(column, 'restore').hidden = !webhooks.secret;
	if (webhooks.secret) {
		setText(part(column, 'secret-label'), webhooks.secret.label);
		part(column, 'restore').setAttribute('aria-label', `Back to the first one: ${label}`);
		secret.setAttribute('aria-describedby', `secret-hint-${name}`);
		part(column, 'secret-hint').id = `secret-hint-${name}`;
	}
	part(column, 'setup')
		.querySelector('[type="submit"]')
		.setAttribute('aria-label', `Save ${label}`);
	input.addEventListener('input', () => (input.dataset.edited = 'yes'));
	const testing = part(column, 'testing');
	testing.setAttribute('aria-label', `Also send each event of ${label} to the test URL`);
	testing.addEventListener('change', async () => {
		const { checked } = testing;
		if (!(await call('PUT', `${name}/testing`, { isOn: checked }))) return;
		const now = checked ? 'as well now. Press “Execute step” in the trigger' : 'no longer';
		notice(`Events go to the test URL ${now}.`);
	});
	const save = (changes) => call('PUT', `${name}/webhooks`, changes);

	part(column, 'form').addEventListener('submit', async (event) => {
		event.preventDefault();
		const urls = input.value.split(/[\s,]+/).filter(Boolean);
		const changed = secret.value !== '';
		const more = changed ? { [webhooks.secret.field]: secret.value } : {};
		if (!(await save({ urls, ...more }))) return;
		delete input.dataset.edited;
		secret.value = '';
		notice([goesWhere(urls), changed ? 'The secret is another one now.' : ''].join(' ').trim());
	});
	part(column, 'restore').addEventListener('click', async () => {
		const { saved } = column.dataset;
		const urls = saved ? saved.split(' ') : [];
		if (await save({ urls, [webhooks.secret.field]: null })) {
			notice('The secret is the one from the start again.');
		}
	});
}

/** Brings the fields up to date, except where somebody types. */
export function showAddresses(column, webhooks) {
	const input = part(column, 'url');
	const saved = webhooks.urls.join(' ');
	column.dataset.saved = saved;
	// What somebody is typing is theirs until they save it.
	const edited = input.dataset.edited === 'yes' || input === document.activeElement;
	if (!edited && input.value !== saved) input.value = saved;
	setText(part(column, 'hint'), hintOf(webhooks));
	part(column, 'testing').checked = webhooks.isTesting;
	part(column, 'testing-line').hidden = !webhooks.urls.some((url) => url.includes('/webhook/'));
	part(column, 'secret').placeholder = `${webhooks.tokenHint ?? ''} (empty: as it is)`.trim();
}

function whereOf(label) {
	return `Copy the production URL of your ${label} Trigger in n8n, and paste it here, as you would in ${label} itself.`;
}

function goesWhere(urls) {
	if (urls.length === 0) return 'Saved. Events go nowhere now.';
	return 'Saved. Events go there from now on.';
}

function hintOf({ urls }) {
	if (urls.some((url) => url.includes('/webhook-test/'))) {
		return 'This is a test address: n8n takes only one event there, while its editor listens.';
	}
	return '';
}
