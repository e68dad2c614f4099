import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { VENDORS } from '../support/vendors';

const NODES = path.resolve(__dirname, '..', '..', 'nodes');

/** By which words n8n's nodes panel finds each node of a vendor, beside its name. */
function wordsOf(folder: string): Record<string, string[]> {
	const files = readdirSync(path.join(NODES, folder)).filter((file) => file.endsWith('.node.json'));
	const entries = files.map((file) => {
		const codex = JSON.parse(readFileSync(path.join(NODES, folder, file), 'utf8')) as {
			alias: string[];
		};
		return [file.replace('.node.json', ''), codex.alias] as const;
	});
	return Object.fromEntries(entries);
}

const WORDS = VENDORS.map(({ name, folder }) => ({ name, folder, words: wordsOf(folder) }));

/**
 * Who is found by a word. n8n takes every name and alias that has its letters in this order; those that
 * have them side by side come first.
 */
function found(word: string): string[] {
	const wanted = word.toLowerCase();
	const fits = (text: string): boolean => text.toLowerCase().includes(wanted);
	return WORDS.filter(({ name, folder, words }) => [name, ...(words[folder] ?? [])].some(fits)).map(
		({ name }) => name,
	);
}

const ALL = ['Radaro', 'Detrack', 'RoutiGo', 'ReadyCloud'];
const WITH_DRIVERS = ['Radaro', 'Detrack', 'RoutiGo'];

it.each([
	['delivery', ALL],
	['deliveries', ALL],
	['last mile', ALL],
	['last-mile', ALL],
	['courier', ALL],
	['couriers', ALL],
	['dispatch', ALL],
	['parcel', ALL],
	['parcels', ALL],
	['package', ALL],
	['packages', ALL],
	['shipment', ALL],
	['shipments', ALL],
	['shipping', ALL],
	['consignment', ALL],
	['order', ALL],
	['orders', ALL],
	['transport', ALL],
	['transportation', ALL],
	['tracking', ALL],
	['track and trace', ALL],
	['logistics', ALL],
	['webhook', ALL],
	['driver', WITH_DRIVERS],
	['drivers', WITH_DRIVERS],
	['dispatcher', WITH_DRIVERS],
	['dispatching', WITH_DRIVERS],
	['fleet', WITH_DRIVERS],
	['van', WITH_DRIVERS],
	['vans', WITH_DRIVERS],
	['vehicle', WITH_DRIVERS],
	['truck', WITH_DRIVERS],
	['route', WITH_DRIVERS],
	['delivery time', WITH_DRIVERS],
	['time window', WITH_DRIVERS],
	['pickup', WITH_DRIVERS],
	['pick up', WITH_DRIVERS],
	['pick-up', WITH_DRIVERS],
	['proof of delivery', WITH_DRIVERS],
	['POD', WITH_DRIVERS],
	['ePOD', ['Radaro', 'Detrack']],
	['signature', ['Radaro', 'Detrack']],
	['photo', ['Radaro', 'Detrack']],
	['route optimization', ['Radaro', 'RoutiGo']],
	['route optimisation', ['Radaro', 'RoutiGo']],
	['ETA', ['Detrack', 'RoutiGo']],
	['carrier', ['Detrack', 'ReadyCloud']],
	['tracking number', ['Detrack', 'ReadyCloud']],
	['barcode', ['Radaro']],
	['delivered', ALL],
	['not delivered', WITH_DRIVERS],
	['failed delivery', WITH_DRIVERS],
	['signed', ['Radaro', 'Detrack']],
	['drop-off', WITH_DRIVERS],
	['drop off', WITH_DRIVERS],
	['freight', ALL],
	['cargo', ALL],
	['waybill', ['Detrack']],
	['delivery note', ['Detrack']],
	['on its way', WITH_DRIVERS],
	['on the way', WITH_DRIVERS],
	['customer rated', ['Radaro']],
	['job completed', ['Radaro', 'Detrack']],
	['rider', WITH_DRIVERS],
	['job', WITH_DRIVERS],
	['jobs', WITH_DRIVERS],
	['stop', WITH_DRIVERS],
	['stops', WITH_DRIVERS],
	['assignment', WITH_DRIVERS],
	['address', ALL],
	['warehouse', ['Detrack', 'RoutiGo', 'ReadyCloud']],
	['depot', ['Detrack', 'RoutiGo']],
	['packaging', ['ReadyCloud']],
	['tags', ['ReadyCloud']],
	['contacts', ['ReadyCloud']],
	['customer notification', ALL],
	['collection', WITH_DRIVERS],
	['collections', WITH_DRIVERS],
	['return', WITH_DRIVERS],
	['returns', WITH_DRIVERS],
	['route planning', ['RoutiGo']],
	['tour', ['RoutiGo']],
	['fulfillment', ['ReadyCloud']],
	['fulfilment', ['ReadyCloud']],
	['web shop', ['ReadyCloud']],
	['radaro', ['Radaro']],
	['de track', ['Detrack']],
	['routi go', ['RoutiGo']],
	['ready cloud', ['ReadyCloud']],
])('finds by "%s" in the nodes panel who does that', (word, services) => {
	expect(found(word)).toEqual(services);
});

it.each(WORDS)('finds all nodes of $name by the same words', ({ folder, words }) => {
	const shared = words[folder];
	for (const [node, list] of Object.entries(words)) {
		const own = node === `${folder}ChangesTrigger` ? ['polling', 'reconciliation'] : [];
		expect(list).toEqual([...(shared ?? []), ...own]);
	}
	expect(Object.keys(words).length).toBeGreaterThanOrEqual(2);
});
