import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

import { eventCalls } from '../../../bench/queue/events';
import type { QueueStage } from '../../../bench/queue/stage';
import { SHARED_NODES } from '../../../build/readers';
import type { Workflow, WorkflowFile } from '../../../runtime/rest';
import { until, withSettings } from '../../support/eventLog';
import { templateFile } from '../../support/storyWorkflow';

/** n8n's own database, and what it puts before the id of a Data Table there. */
const N8N_DATABASE = 'n8n';
const TABLE = 'data_table_user_';

/** How long the late insert stays open, and how old events must be for the reader that waits. */
const OPEN_SECONDS = 3;
const OLD_ENOUGH_SECONDS = 6;
const PATIENCE_MS = 120_000;

/** The event log in Data Tables of an n8n in queue mode, which keeps them in PostgreSQL. */
export function eventLogInQueueMode(stage: () => QueueStage): void {
	let urlsOf: (trigger: string) => string[];

	beforeAll(async () => {
		urlsOf = await stage().reception.listen('whenFinished');
	});

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

	it('never answers 200 for an event that could not be kept', async () => {
		// There are no tables yet.
		for (let time = 1; time <= 3; time++) expect(await call()).not.toContain(200);
		await stage().reception.makeTables();
		await until(async () => (await call()).every((status) => status === 200));
		const { rest } = stage().reception;
		const rows = await rest.listRows(await stage().reception.tableId('delivery_events'));
		expect(new Set(rows.map(({ reference }) => reference))).toEqual(
			new Set(events.map(({ reference }) => reference)),
		);
	});

	it('never answers 200 for an execution that n8n has given up before a worker took it', async () => {
		const { postgres } = stage().queue;
		// As its queue recovery does, when a main starts, with what is not in the queue yet.
		const give = `CREATE FUNCTION give_up() RETURNS trigger AS
			$$ BEGIN NEW.status = 'crashed'; RETURN NEW; END $$ LANGUAGE plpgsql;
			CREATE TRIGGER give_up BEFORE INSERT ON execution_entity
			FOR EACH ROW WHEN (NEW.mode = 'webhook') EXECUTE FUNCTION give_up()`;
		await postgres.run(give, N8N_DATABASE);
		const before = (await stage().rows()).length;
		expect(await call()).not.toContain(200);
		await postgres.run('DROP FUNCTION give_up CASCADE', N8N_DATABASE);
		expect(await stage().rows()).toHaveLength(before);
		await until(async () => (await call()).every((status) => status === 200));
	});

	it('loses no event that is seen after later ones, if the reader waits until it is old enough', async () => {
		const { rest } = stage().reception;
		const { postgres } = stage().queue;
		await postgres.run('CREATE TABLE handled (reader text, event_id text)');
		const credential = await rest.createCredential({
			name: 'Handled',
			type: 'postgres',
			data: postgres.credential,
		});
		const template = await templateFile('event-log/reader');
		const readers: Workflow[] = [];
		for (const [name, seconds] of [
			['waiting', OLD_ENOUGH_SECONDS],
			['hasty', -5],
		] as const) {
			const file = handling(template, { name, seconds, credentialId: credential.id });
			readers.push(await rest.importWorkflow(file));
		}
		for (const reader of readers) await rest.activate(reader);
		const id = await stage().reception.tableId('delivery_events');
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
		for (const reader of readers) await rest.deactivate(reader.id);
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
		waitSeconds: seconds,
	});
}

interface Ends {
	main: Array<Array<{ node: string; type: string; index: number }>>;
}
