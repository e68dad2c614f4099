import { afterEachCall, call, notice } from './calls.js';
import { showCounts } from './counts.js';
import { showDay } from './day.js';
import { byId } from './dom.js';
import { showErp } from './erp.js';
import { takeHeldEnterOnce } from './heldKey.js';
import { showInbox } from './inbox.js';
import { showLinks } from './links.js';
import { showDeliveries } from './log.js';
import { showN8n } from './n8n.js';
import { showRows } from './sheet.js';
import { showVendors } from './vendors.js';

const INTERVAL_MS = 1000;
// While much is going on, an answer takes longer; asking again at once would slow it down further.
const BREATHER = 3;
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
	showLinks(state);
	showDay(state.play, state.vendors);
	showN8n(state.n8n);
	showCounts(state.counts);
	showVendors(state.vendors);
	showDeliveries(state.deliveries, state.deliveryCount, state.vendors);
	showRows(state.rows, state.counts.rows, state.rowsError);
	showInbox(state.inbox, state.counts.mails);
	showErp(state.erp, state.counts.erpRecords);
}

async function keepRefreshing() {
	const began = performance.now();
	if (!document.hidden) await refresh();
	const took = performance.now() - began;
	setTimeout(keepRefreshing, Math.max(INTERVAL_MS, BREATHER * took));
}

byId('reset').addEventListener('click', async () => {
	const asked = 'Forget all jobs, calls, mails and ERP records here?';
	if (!confirm(`${asked} Addresses stay, and so do the rows that n8n keeps.`)) return;
	if (await call('POST', 'forget')) notice('Jobs, calls, mails and ERP records are gone.');
});

takeHeldEnterOnce();
afterEachCall(refresh);
void keepRefreshing();
