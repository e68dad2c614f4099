import type { Delivery } from './core/delivery';
import type { Seen } from './n8n';
import type { World } from './world';

// More of each would only slow the page down; the lists' own routes give all.
const DELIVERIES_SHOWN = 100;
const MAILS_SHOWN = 50;
const ROWS_SHOWN = 200;

/** Everything that the page shows, in one answer. */
export async function stateOf(world: World): Promise<Record<string, unknown>> {
	const { clock, deliveries, inbox, vendors, erp, player } = world;
	const { rows, rowsError } = await world.rows.current();
	const columns = vendors.map((vendor) => vendor.column());
	const { sent, ...outcomes } = deliveries.tally.counts();
	const { recordCount, ...erpShown } = erp.state();
	const subjects = inbox.subjects();
	return {
		now: clock.now().toISOString(),
		vendors: columns,
		deliveries: deliveries.all().slice(0, DELIVERIES_SHOWN).map(brief),
		deliveryCount: sent,
		inbox: inbox
			.all()
			.slice(0, MAILS_SHOWN)
			.map(({ html: _html, ...mail }) => mail),
		rows: rows.slice(-ROWS_SHOWN),
		rowsError,
		erp: erpShown,
		play: player.progress(),
		n8n: world.n8n?.view({ jobs: jobsOf(world), rows, subjects, records: erp.records() }) ?? null,
		counts: {
			jobs: columns.reduce((sum, { jobCount }) => sum + jobCount, 0),
			sent,
			...outcomes,
			rows: rows.length,
			mails: subjects.length,
			erpRecords: recordCount,
		},
		links: world.links,
	};
}

/** What the jobs of all services have come to. */
function jobsOf({ vendors }: World): Seen['jobs'] {
	return vendors.flatMap((vendor) =>
		vendor.states().map((state) => ({ ...state, vendor: vendor.name })),
	);
}

/** Without what only somebody who opens it wants to see. */
function brief({ body: _body, response: _response, ...delivery }: Delivery): Partial<Delivery> {
	return delivery;
}
