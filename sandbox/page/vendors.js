import { act } from './act.js';
import { buildAddresses, showAddresses } from './addresses.js';
import { card } from './cards.js';
import { element, part, setCount, setText, syncList } from './dom.js';
import { registeredHook } from './registered.js';

/** One column per vendor; columns stay, their jobs change. */
export function showVendors(vendors) {
	const list = document.getElementById('vendors');
	for (const vendor of vendors) {
		const known = [...list.children].find((each) => each.dataset.vendor === vendor.name);
		update(known ?? list.appendChild(build(vendor)), vendor);
	}
}

function build(vendor) {
	const { name, label, actions, empty, webhooks, registered } = vendor;
	const template = document.getElementById('vendor');
	const column = template.content.firstElementChild.cloneNode(true);
	column.dataset.vendor = name;
	column.id = `vendor-${name}`;
	column.setAttribute('aria-label', label);
	setText(part(column, 'label'), label);
	setText(part(column, 'empty'), empty);
	part(column, 'form').hidden = webhooks === null;
	part(column, 'registered').hidden = registered === null;
	// Where nobody has pasted an address yet, the field is what comes first.
	part(column, 'setup').open = webhooks !== null && webhooks.urls.length === 0;
	part(column, 'actions').append(...actions.map((action) => creator(vendor, action)));
	if (webhooks) buildAddresses(column, vendor);
	return column;
}

function creator({ name: vendor, label: service }, { name, label, path }) {
	const onclick = (event) => act(event.currentTarget, `${vendor}/${path}`);
	const attributes = { type: 'button', class: 'strong', 'data-testid': name, onclick };
	return element('button', { ...attributes, 'aria-label': `${label} (${service})` }, label);
}

function update(column, vendor) {
	const { name, jobs, jobCount, webhooks, registered } = vendor;
	if (webhooks) showAddresses(column, webhooks);
	setCount(part(column, 'count'), jobCount);
	setText(part(column, 'setup-title'), setupTitle(vendor));
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

function setupTitle({ webhooks, registered }) {
	if (webhooks === null) {
		const count = (registered ?? []).length;
		return count === 0 ? 'No webhook registered' : `Webhooks registered: ${count}`;
	}
	const { length } = webhooks.urls;
	if (length === 0) return 'Paste an address';
	return length === 1 ? 'Webhook address' : `Webhook addresses: ${length}`;
}
