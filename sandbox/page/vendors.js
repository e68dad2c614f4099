import { act } from './act.js';
import { buildAddresses, showAddresses } from './addresses.js';
import { card } from './cards.js';
import { element, part, setText, syncList } from './dom.js';
import { registeredHook } from './registered.js';
import { some } from './words.js';

/** One column per vendor; columns stay, their jobs change. */
export function showVendors(vendors) {
	const list = document.getElementById('vendors');
	for (const vendor of vendors) {
		const known = [...list.children].find((each) => each.dataset.vendor === vendor.name);
		update(known ?? list.appendChild(build(vendor)), vendor);
	}
}

function build(vendor) {
	const { name, label, actions, webhooks, registered } = vendor;
	const template = document.getElementById('vendor');
	const column = template.content.firstElementChild.cloneNode(true);
	column.dataset.vendor = name;
	column.id = `vendor-${name}`;
	column.setAttribute('aria-label', label);
	setText(part(column, 'label'), label);
	part(column, 'pasted').hidden = webhooks === null;
	part(column, 'registered').hidden = registered === null;
	// Where nobody has pasted an address yet, the field is what comes first.
	part(column, 'setup').open = webhooks !== null && webhooks.urls.length === 0;
	const jobs = part(column, 'jobs');
	jobs.dataset.what = `at ${label}`;
	part(column, 'actions').append(...actions.map((action) => creator(vendor, action)));
	if (webhooks) buildAddresses(column, vendor);
	return column;
}

function creator({ name: vendor, label: service }, { name, label, path }) {
	const onclick = (event) => act(event, `${vendor}/${path}`);
	const attributes = { type: 'button', class: 'strong', 'data-testid': name, onclick };
	return element('button', { ...attributes, 'aria-label': `${label} (${service})` }, label);
}

function update(column, vendor) {
	const { name, jobs, kinds, webhooks, registered } = vendor;
	if (webhooks) showAddresses(column, vendor);
	setText(part(column, 'count'), kindsIn(kinds));
	setText(part(column, 'empty'), emptyText(vendor));
	setText(part(column, 'setup-title'), setupTitle(vendor));
	syncList(
		part(column, 'hooks'),
		ownFirst(registered ?? []),
		(hook) => hook.id,
		(hook) =>
			registeredHook(hook, (click, step) => act(click, `${name}/webhooks/${hook.id}/${step}`)),
	);
	syncList(
		part(column, 'jobs'),
		jobs,
		(job) => job.id,
		(job) => card(name, job),
	);
}

/** What there is of each kind, such as: 2 tours, 1 order. */
function kindsIn(kinds) {
	const there = kinds.filter(({ count }) => count > 0);
	return there.map(({ count, word }) => some(count, word)).join(', ');
}

const ownOf = (registered) => (registered ?? []).filter(({ isForeign }) => !isForeign);
const ownFirst = (registered) => [
	...ownOf(registered),
	...registered.filter(({ isForeign }) => isForeign),
];

/** What to do first, as it is at the moment. */
function emptyText({ label, empty, actions, webhooks, registered }) {
	const [{ label: action }] = actions;
	if ((webhooks?.urls ?? ownOf(registered)).length > 0) {
		return `${empty} Press “${action}”, or “Play” above.`;
	}
	return webhooks === null
		? `${empty} Publish a workflow with a ${label} Trigger: it registers itself here. Then press “${action}”.`
		: `${empty} Paste the address of your trigger, save it, and press “${action}”.`;
}

function setupTitle({ webhooks, registered }) {
	if (webhooks === null) {
		const count = ownOf(registered).length;
		return count === 0 ? 'No workflow listens' : `Webhooks registered: ${count}`;
	}
	const { length } = webhooks.urls;
	if (length === 0) return 'Paste an address';
	const title = length === 1 ? 'Webhook address' : `Webhook addresses: ${length}`;
	return webhooks.demo && !webhooks.demo.isCalled ? `${title} (not the demo’s)` : title;
}
