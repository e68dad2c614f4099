import { call, notice } from './calls.js';
import { element, setText, syncList } from './dom.js';
import { registeredHook } from './registered.js';

/** One column per vendor; columns stay, their jobs change. */
export function showVendors(vendors) {
	const list = document.getElementById('vendors');
	for (const vendor of vendors) {
		const known = [...list.children].find((each) => each.dataset.vendor === vendor.name);
		update(known ?? list.appendChild(build(vendor)), vendor);
	}
}

function build({ name, label, actions, empty, webhooks, registered }) {
	const template = document.getElementById('vendor');
	const column = template.content.firstElementChild.cloneNode(true);
	const input = column.querySelector('input');
	const form = part(column, 'form');
	column.dataset.vendor = name;
	column.setAttribute('aria-label', label);
	input.id = `webhook-${name}`;
	input.setAttribute('aria-describedby', `hint-${name}`);
	part(column, 'hint').id = `hint-${name}`;
	part(column, 'url-label').htmlFor = input.id;
	setText(part(column, 'label'), label);
	setText(part(column, 'empty'), empty);
	form.hidden = webhooks === null;
	part(column, 'registered').hidden = registered === null;
	part(column, 'actions').append(...actions.map((action) => creator(name, action)));
	input.addEventListener('input', () => (input.dataset.edited = 'yes'));
	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		const urls = input.value.split(/[\s,]+/).filter(Boolean);
		const saved = await call('PUT', `${name}/webhooks`, { urls });
		if (!saved) return;
		delete input.dataset.edited;
		notice(urls.length ? 'Saved. Events go there from now on.' : 'Saved. Events go nowhere now.');
	});
	return column;
}

function creator(vendor, { name, label, path }) {
	const onclick = (event) => act(event.currentTarget, `${vendor}/${path}`);
	return element(
		'button',
		{ type: 'button', class: 'strong', 'data-testid': name, onclick },
		label,
	);
}

function update(column, { name, jobs, jobCount, webhooks, registered }) {
	if (webhooks) updateAddresses(column, webhooks);
	setText(part(column, 'count'), jobCount ? String(jobCount) : '');
	syncList(
		part(column, 'hooks'),
		registered ?? [],
		(hook) => hook.id,
		(hook) =>
			registeredHook(hook, (button, step) => act(button, `${name}/webhooks/${hook.id}/${step}`)),
	);
	syncList(
		part(column, 'jobs'),
		jobs,
		(job) => job.id,
		(job) => card(name, job),
	);
}

function updateAddresses(column, webhooks) {
	const input = column.querySelector('input');
	const saved = webhooks.urls.join(' ');
	// What somebody is typing is theirs until they save it.
	const edited = input.dataset.edited === 'yes' || input === document.activeElement;
	if (!edited && input.value !== saved) input.value = saved;
	setText(part(column, 'hint'), hint(webhooks));
}

function hint({ urls, tokenHint }) {
	const token = tokenHint ? `Verification token: ${tokenHint}. ` : '';
	if (urls.some((url) => url.includes('/webhook-test/'))) {
		return `${token}This is a test address: n8n takes only one event there, while its editor listens.`;
	}
	return `${token}Several addresses are separated by spaces.`;
}

function card(vendor, { id, title, lines, status, statusLabel, tone, steps }) {
	const button = ({ name, label }) =>
		element(
			'button',
			{
				type: 'button',
				'data-testid': `step-${name}`,
				onclick: (event) => act(event.currentTarget, `${vendor}/jobs/${id}/steps/${name}`),
			},
			label,
		);
	const usual = steps.filter((step) => !step.aside);
	const aside = steps.filter((step) => step.aside);
	return element(
		'li',
		{ 'data-testid': 'job-card', class: 'card', 'data-status': status, 'data-job': id },
		element(
			'div',
			{ class: 'title-line' },
			element('h3', {}, title),
			element('span', { class: `badge ${tone}` }, statusLabel),
		),
		...lines.map((line) => element('p', {}, line)),
		element('div', { class: 'buttons' }, ...usual.map(button)),
		element(
			'details',
			{},
			element('summary', {}, 'More'),
			element('div', { class: 'buttons' }, ...aside.map(button)),
		),
	);
}

async function act(button, path) {
	// Truly disabling it would take the focus away from whoever works with the keyboard.
	if (button.ariaDisabled === 'true') return;
	button.ariaDisabled = 'true';
	const done = await call('POST', path, {});
	button.ariaDisabled = 'false';
	if (done) notice(outcome(done.deliveries));
}

function outcome(deliveries) {
	if (deliveries.length === 0) return 'Done. No webhook was sent, as nobody waits for this event.';
	const answers = deliveries.map(({ status, error }) => status ?? error);
	return `Webhook sent. Answer: ${answers.join(', ')}`;
}

function part(column, name) {
	return column.querySelector(`[data-part="${name}"]`);
}
