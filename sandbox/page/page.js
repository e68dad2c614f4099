import { afterEachCall, call, notice } from './calls.js';
import { showDeliveries, showInbox, showLinks, showRows } from './sections.js';
import { showVendors } from './vendors.js';

const INTERVAL_MS = 1000;
let latest = 0;
let lost = false;

async function refresh() {
	const turn = ++latest;
	const state = await call('GET', 'state');
	// An answer that was overtaken by a later one would show the past.
	if (turn !== latest) return;
	if (!state) {
		lost = true;
		return;
	}
	if (lost) notice('');
	lost = false;
	showLinks(state.links);
	showVendors(state.vendors);
	showDeliveries(state.deliveries, state.deliveryCount);
	showRows(state.rows, state.rowsError);
	showInbox(state.inbox);
}

async function keepRefreshing() {
	if (!document.hidden) await refresh();
	setTimeout(keepRefreshing, INTERVAL_MS);
}

document.getElementById('reset').addEventListener('click', async () => {
	if (!confirm('Forget all jobs, webhooks, mails and addresses of the sandbox?')) return;
	for (const input of document.querySelectorAll('input')) delete input.dataset.edited;
	if (await call('POST', 'reset')) notice('Everything is as it was at the start.');
});

afterEachCall(refresh);
void keepRefreshing();
