import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

import { eventCalls } from '../../../bench/queue/events';
import { publish, type UrlsOf } from '../../../bench/queue/publish';
import { SHARED_NODES } from '../../../build/readers';
import type { QueueN8n } from '../../../runtime/queue';
import { type N8nRest, restClient, type WorkflowFile } from '../../../runtime/rest';
import { until, withSettings } from '../../support/eventLog';
import { templateFile } from '../../support/storyWorkflow';

/** The triggers whose service need not be asked before they are published. */
const OTHERS = /routigoTrigger|readyCloudTrigger/;
/** n8n's own database, and what it puts before the id of a Data Table there. */
const N8N_DATABASE = 'n8n';
const TABLE = 'data_table_user_';

/** How long the late insert stays open, and how old events must be for the reader that waits. */
const OPEN_SECONDS = 3;
const OLD_ENOUGH_SECONDS = 6;
const PATIENCE_MS = 120_000;

/** The event log in Data Tables of an n8n in queue mode, which keeps them in PostgreSQL. */
export function eventLogInQueueMode(queue: () => QueueN8n): void {
	let rest: N8nRest;
	let urlsOf: UrlsOf;
	let workflowId: string;

	beforeAll(async () => {
		rest = restClient(queue().main);
		await rest.ensureOwner();
		const file = await templateFile('event-log/receive');
		const nodes = file.nodes
			.filter(({ type }) => !OTHERS.test(type))
			// The other workflow has triggers of the same names, by which URLs are made.
			.map((node) => (/Trigger$/.test(node.type) ? { ...node, webhookId: randomUUID() } : node));
		const names = nodes.map(({ name }) => name);
		const connections = Object.fromEntries(
			Object.entries(file.connections).filter(([name]) => names.includes(name)),
		);
		urlsOf = await publish(
			queue(),
			{ file: { ...file, nodes, connections }, prepare: async () => {}, kept: async () => [] },
			'whenFinished',
		);
		const published = (await rest.listWorkflows()).find(({ name }) => name === file.name);
		workflowId = published?.id ?? '';
	});

	const table = async (name: string): Promise<string> => {
		const found = (await rest.listDataTables()).find((each) => each.name === name);
		if (!found) throw new Error(`There is no table ${name}.`);
		return found.id;
	};

	it('never answers 200 for an event that could not be kept', async () => {
		const events = eventCalls(90_001, 2);
		/** What the calls are answered with, each at another processor; 0 where no answer comes. */
		const call = async (): Promise<number[]> =>
			await Promise.all(
				events.map(async ({ trigger, headers, body }, index) => {
					const url = urlsOf(trigger)[index] ?? '';
					const options = { headers, timeout: 15_000, proxy: false as const };
					return await axios
						.post<unknown>(url, body, { ...options, validateStatus: () => true })
						.then(
							({ status }) => status,
							() => 0,
						);
				}),
			);
		// There are no tables yet.
		for (let time = 1; time <= 3; time++) expect(await call()).not.toContain(200);
		await rest.runWorkflow(workflowId, 'Make the tables');
		await until(async () =>
			(await rest.listDataTables()).some(({ name }) => name === 'delivery_told'),
		);
		await until(async () => (await call()).every((status) => status === 200));
		const rows = await rest.listRows(await table('delivery_events'));
		expect(new Set(rows.map(({ reference }) => reference))).toEqual(
			new Set(events.map(({ reference }) => reference)),
		);
	});

	it('loses no event that is seen after later ones, if the reader waits until it is old enough', async () => {
		const { postgres } = queue();
		await postgres.run('CREATE TABLE handled (reader text, event_id text)');
		const credential = await rest.createCredential({
			name: 'Handled',
			type: 'postgres',
			data: postgres.credential,
		});
		const template = await templateFile('customer-told');
		for (const [name, seconds] of [
			['waiting', OLD_ENOUGH_SECONDS],
			['hasty', -5],
		] as const) {
			const file = handling(template, { name, seconds, credentialId: credential.id });
			await rest.activate(await rest.importWorkflow(file));
		}
		const id = await table('delivery_events');
		const insert = (...ids: string[]) =>
			`INSERT INTO "${TABLE}${id}" ("eventId") VALUES ${ids.map((each) => `('${each}')`).join(', ')}`;
		// One call of psql is one transaction: its row has the first number, and is seen last.
		const late = postgres.run(`${insert('late')}; SELECT pg_sleep(${OPEN_SECONDS})`, N8N_DATABASE);
		await sleep(500);
		await postgres.run(insert('a', 'b'), N8N_DATABASE);
		await late;
		await postgres.run(insert('c'), N8N_DATABASE);
		const handled = async (reader: string): Promise<unknown[]> => {
			const where = `reader = '${reader}' AND event_id IN ('late', 'a', 'b', 'c')`;
			const rows = await postgres.query(
				`SELECT DISTINCT event_id FROM handled WHERE ${where} ORDER BY event_id`,
			);
			return rows.map(({ event_id }) => event_id);
		};
		for (const reader of ['waiting', 'hasty']) {
			await until(async () => (await handled(reader)).includes('c'), PATIENCE_MS);
		}
		expect(await handled('waiting')).toEqual(['a', 'b', 'c', 'late']);
		expect(await handled('hasty')).toEqual(['a', 'b', 'c']);
	});
}

/** What takes turns, without the schedule and without what a failure leads to. */
const MACHINE = ['Settings', ...SHARED_NODES.slice(1, SHARED_NODES.indexOf('Done') + 1)];

interface Handling {
	name: string;
	seconds: number;
	credentialId: string;
}

/** A reader that looks every other second and writes down what it has handled: a template's, with another effect. */
function handling(template: WorkflowFile, { name, seconds, credentialId }: Handling): WorkflowFile {
	const isKept = (node: string): boolean => MACHINE.includes(node);
	const connections = Object.fromEntries(
		Object.entries(template.connections)
			.filter(([from]) => isKept(from) || from === 'Each minute')
			.map(([from, ends]) => [
				from,
				{ main: (ends as Ends).main.map((each) => each.filter(({ node }) => isKept(node))) },
			]),
	) as unknown as Record<string, Ends>;
	connections['New events']?.main[0]?.unshift({ node: 'Handle', type: 'main', index: 0 });
	const nodes = template.nodes
		.filter((node) => isKept(node.name) || node.name === 'Each minute')
		.map((node) =>
			node.name === 'Each minute'
				? {
						...node,
						parameters: { rule: { interval: [{ field: 'seconds', secondsInterval: 2 }] } },
					}
				: node,
		);
	const handle = {
		id: 'handle',
		name: 'Handle',
		type: 'n8n-nodes-base.postgres',
		typeVersion: 2.6,
		position: [1540, 0] as [number, number],
		parameters: {
			operation: 'executeQuery',
			query: 'INSERT INTO handled VALUES ($1, $2)',
			options: { queryReplacement: '={{ [$workflow.name, $json.eventId] }}' },
		},
		credentials: { postgres: { id: credentialId, name: 'Handled' } },
	};
	const file = { name, nodes: [...nodes, handle], connections, settings: template.settings };
	return withSettings(file, {
		begin: 'beginning',
		oldEnough: `={{ $now.minus({ seconds: ${seconds} }).toISO() }}`,
	});
}

interface Ends {
	main: Array<Array<{ node: string; type: string; index: number }>>;
}
