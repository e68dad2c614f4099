import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import axios from 'axios';
import type { Browser, Page } from 'playwright-core';

import { ensureN8n } from '../../runtime/install';
import { freePorts, isPortTaken } from '../../runtime/ports';
import { type N8nRest, restClient } from '../../runtime/rest';
import { ERP_KEY, ERP_SECRET } from '../../sandbox/erp/defaults';
import { VENDORS } from '../../vendors';
import { openBrowser } from '../support/browser';
import { Demo, type Ports } from '../support/demo';
import { takePicture } from '../support/pictures';

let home: string;
let ports: Ports;
let browser: Browser;

beforeAll(async () => {
	home = await mkdtemp(path.join(os.tmpdir(), 'lastmile-demo-'));
	const [n8n = 0, sandbox = 0, smtp = 0] = await freePorts(3);
	ports = { n8n, sandbox, smtp };
	browser = await openBrowser();
});
afterAll(async () => {
	await browser.close();
	await rm(home, { recursive: true, force: true });
});
jest.setTimeout(900_000);

interface Job {
	id: string;
	title: string;
	status: string;
	lines: string[];
}

interface State {
	vendors: Array<{ name: string; jobs: Job[] }>;
	inbox: Array<{ subject: string; text: string }>;
	deliveries: Array<{ status: number }>;
	counts: Record<string, number>;
	play: { state: string; answers: Record<string, number>; problems: unknown[] } | null;
}

type Row = Record<string, unknown>;

const control = async <Answer>(path: string): Promise<Answer> =>
	(await axios.get<Answer>(`http://127.0.0.1:${ports.sandbox}/control/${path}`)).data;
const state = async (): Promise<State> => await control<State>('state');
const rowsOf = async (): Promise<Row[]> => (await control<{ rows: Row[] }>('rows')).rows;

async function open(): Promise<Page> {
	const page = await browser.newPage();
	page.setDefaultTimeout(120_000);
	await page.goto(`http://127.0.0.1:${ports.sandbox}`);
	return page;
}

/** The picture of the demo in the README: as wide as it is still legible there. */
async function picture(): Promise<void> {
	const shown = await browser.newPage({
		viewport: { width: 1040, height: 720 },
		deviceScaleFactor: 2,
	});
	await shown.goto(`http://127.0.0.1:${ports.sandbox}`);
	await shown.getByTestId('n8n-verdict').getByText('Nothing is missing.').waitFor();
	await takePicture(shown, 'demo');
	await shown.close();
}

async function play(page: Page, jobs: number, seed: number): Promise<void> {
	await page.getByLabel('Jobs', { exact: true }).fill(String(jobs));
	const number = page.getByLabel('Number of the day');
	if (!(await number.isVisible())) await page.getByText('Play the same day again').click();
	await number.fill(String(seed));
	await page.getByLabel('Speed').selectOption({ label: 'as fast as possible' });
	await page.getByTestId('play').click();
	await page
		.getByTestId('play-summary')
		.getByText(`Done: ${jobs} of ${jobs} jobs`)
		.waitFor({ timeout: 600_000 });
}

/** Waits until the page says that everything has arrived. */
async function everythingArrives(page: Page): Promise<void> {
	const verdict = page.getByTestId('n8n-verdict');
	await verdict.getByText('Nothing is missing.').waitFor({ timeout: 300_000 });
}

describe('one command', () => {
	let demo: Demo;
	let page: Page;
	beforeAll(async () => {
		demo = Demo.start(home, ports);
		await demo.says('Ready after');
		await makeTablesOfOnesOwn();
		page = await open();
	});
	afterAll(async () => await Demo.endAll());

	it('leads to a row, a mail and a record, by clicking on the page', async () => {
		expect(demo.printed).toContain(`http://127.0.0.1:${ports.sandbox}`);
		expect(demo.printed).toContain(`http://127.0.0.1:${ports.n8n}`);
		const radaro = page.locator('#vendor-radaro');
		await radaro.getByTestId('create-job').click();
		for (const step of ['assign', 'start', 'deliver', 'rate']) {
			await radaro.getByTestId(`step-${step}`).click();
		}
		await page.getByTestId('sheet-row').nth(4).waitFor();
		await page.getByTestId('erp-change').first().waitFor();
		await page.getByTestId('mail').filter({ hasText: 'has arrived' }).waitFor();
		const rows = eventsIn(await rowsOf());
		expect(rows.map(({ event, status }) => [event, status])).toEqual([
			['job_created', 'created'],
			['status_changed', 'assigned'],
			['status_changed', 'out_for_delivery'],
			['status_changed', 'delivered'],
			['rating_received', 'delivered'],
		]);
		const [row] = rows;
		const reference = String(row?.reference);
		const record = page.locator(`[data-record="${reference}"]`).first();
		expect(await record.textContent()).toContain('Delivery status: delivered');
		const [mail] = (await state()).inbox;
		expect(mail?.subject).toBe(`Your delivery ${reference} has arrived`);
		expect(mail?.text).toContain(String(row?.recipientName));
	});

	it('plays a day over all services, and loses and doubles nothing', async () => {
		await play(page, 200, 3);
		await everythingArrives(page);
		const { play: day, counts } = await state();
		expect(day).toMatchObject({ state: 'done', problems: [] });
		expect(Object.keys(day?.answers ?? {})).toEqual(['200']);
		expect(counts).toMatchObject({ refused: 0, failed: 0 });
		await holdsEverythingOnce();
		await picture();
	});

	it('refuses who does not know the token, and hears of the job all the same', async () => {
		const before = (await state()).counts;
		const radaro = page.locator('#vendor-radaro');
		await radaro.locator('summary', { hasText: 'Webhook address' }).click();
		await radaro.getByTestId('webhook-secret').fill('not-the-token-of-the-credential');
		await radaro.getByTestId('webhook-save').click();
		await radaro.getByTestId('create-job').click();
		await page.getByTestId('delivery-row').filter({ hasText: 'Refused' }).first().waitFor();
		await radaro.getByTestId('webhook-restore').click();
		await everythingArrives(page);
		const one = (name: string): number => Number(before[name]) + 1;
		expect((await state()).counts).toMatchObject({
			jobs: one('jobs'),
			rows: one('rows'),
			refused: 1,
			failed: 0,
		});
	});

	it('misses nothing of what happens while n8n is stopped', async () => {
		await page.getByTestId('n8n-stop').click();
		await page.getByTestId('n8n-status').getByText('stopped').waitFor();
		expect(await isPortTaken(ports.n8n)).toBe(false);
		const before = (await state()).counts;
		await play(page, 24, 4);
		const { play: day, counts } = await state();
		expect(Object.keys(day?.answers ?? {})).toEqual(['none']);
		expect(counts).toMatchObject({ rows: before.rows, mails: before.mails });
		await page.getByTestId('n8n-missed').getByText('calls failed while n8n did not run.').waitFor();
		const suspended = page
			.locator('#vendor-readycloud')
			.getByText('suspended', { exact: true })
			.first();
		await suspended.waitFor({ state: 'attached' });
		await page.getByTestId('n8n-start').click();
		await page.getByTestId('n8n-status').getByText('running').waitFor();
		await everythingArrives(page);
		await suspended.waitFor({ state: 'detached' });
		await holdsEverythingOnce();
		// Of events that are the same, the page says nothing.
		const { distinctEvents: _distinctEvents, ...told } = (await state()).counts;
		for (const [name, value] of Object.entries(told)) {
			const shown = await page.getByTestId(`count-${name}`).textContent();
			expect([name, shown]).toEqual([name, expect.stringContaining(String(value))]);
		}
		await noneHasFailed();
	});

	it('is ended by Ctrl-C, and keeps everything for the second start', async () => {
		const { counts } = await state();
		await page.close();
		const own = 'http://127.0.0.1:1/webhook/of-my-own';
		await axios.put(`http://127.0.0.1:${ports.sandbox}/control/detrack/webhooks`, { urls: [own] });
		expect(await demo.interrupt()).toBe(0);
		for (const port of Object.values(ports)) expect(await isPortTaken(port)).toBe(false);
		demo = Demo.start(home, ports);
		await demo.says('Ready after');
		await demo.says('Detrack does not call the demo');
		expect(await control('detrack/webhooks')).toMatchObject({ urls: [own] });
		const { jobs, rows, mails, erpRecords } = counts;
		expect((await state()).counts).toMatchObject({ jobs, rows, mails, erpRecords });
		await axios.post(`http://127.0.0.1:${ports.sandbox}/control/radaro/jobs`, {});
		expect((await state()).deliveries[0]?.status).toBe(200);
		expect(await demo.interrupt()).toBe(0);
	});
});

/** The rows of events; beside them, there are the states that were asked for. */
function eventsIn(rows: Row[]): Row[] {
	return rows.filter(({ eventId }) => !String(eventId).startsWith('state-'));
}

/** Says how a row of the sheet tells what a card of the page shows. */
const LAST: Record<string, (job: Job) => Row> = {
	radaro: ({ id, status }) => ({ jobId: id, providerStatus: status }),
	detrack: ({ id, status }) => ({ jobId: id, providerStatus: status }),
	readycloud: ({ id, status }) => ({
		jobId: id,
		status: { shipped: 'in_transit', delivered: 'delivered' }[status] ?? 'created',
	}),
};

/** Compares what the services show with the sheet, the mails and the ERP. */
async function holdsEverythingOnce(): Promise<void> {
	const { vendors, counts } = await state();
	const rows = await rowsOf();
	expect(new Set(rows.map(({ eventId }) => eventId)).size).toBe(rows.length);
	expect(eventsIn(rows)).toHaveLength(counts.distinctEvents ?? 0);
	expect([...new Set(rows.map(({ provider }) => provider))].sort()).toEqual(
		VENDORS.map((vendor) => vendor.provider).sort(),
	);
	const jobsOf = (name: string): Job[] => vendors.find((each) => each.name === name)?.jobs ?? [];
	for (const [name, tells] of Object.entries(LAST)) {
		for (const job of jobsOf(name)) expect(lastRow(rows, job.id)).toMatchObject(tells(job));
	}
	// Each tour of the day has two orders, and each of them is done, or has failed.
	const done = rows.filter(({ providerEvent }) => providerEvent === 'ASSIGNMENT_DONE');
	const orders = new Set(done.map(({ jobId }) => jobId));
	expect(orders.size).toBe(2 * jobsOf('routigo').length);

	const arrived = (await control<Array<{ subject: string }>>('inbox'))
		.map(({ subject }) => /^Your delivery (.+) has arrived$/.exec(subject)?.[1])
		.filter((reference) => reference !== undefined);
	const reachable = [
		...jobsOf('radaro').filter(({ status }) => status === 'delivered'),
		...jobsOf('detrack').filter(
			({ status, lines }) => status === 'completed' && lines.some((line) => /^Delivery/.test(line)),
		),
		...jobsOf('readycloud').filter(({ status }) => status === 'delivered'),
	];
	expect(arrived.sort()).toEqual(reachable.map(({ title }) => title).sort());
	const notes = await axios.get<{ data: Array<{ name: string }> }>(NOTES_URL(), {
		headers: { authorization: `token ${ERP_KEY}:${ERP_SECRET}` },
	});
	const delivered = new Set([
		...reachable.map(({ title }) => title),
		...done.flatMap(({ providerStatus, reference }) =>
			providerStatus === 'DELIVERED' ? String(reference) : [],
		),
	]);
	expect(notes.data.data.map(({ name }) => name).sort()).toEqual([...delivered].sort());
}

/** Delivery notes that are closed, in the ERP's own words. */
const NOTES_URL = (): string => {
	const filters = JSON.stringify([['custom_delivery_status', '=', 'delivered']]);
	const path = `erp/api/resource/Delivery Note?limit_page_length=0&filters=${encodeURIComponent(filters)}`;
	return `http://127.0.0.1:${ports.sandbox}/${path}`;
};

function lastRow(rows: readonly Row[], jobId: string): Row | undefined {
	const timeOf = (row: Row): number => Date.parse(String(row.occurredAt ?? row.receivedAt));
	return rows
		.filter((row) => row.jobId === jobId)
		.sort((a, b) => timeOf(a) - timeOf(b) || Number(a.isFinal) - Number(b.isFinal))
		.at(-1);
}

/** The demo's n8n, as its owner. */
async function owner(): Promise<N8nRest> {
	const url = `http://127.0.0.1:${ports.n8n}`;
	const rest = restClient({ url, installation: await ensureN8n() });
	await rest.ensureOwner();
	return rest;
}

/** The tables of the pages in `docs/first-mail/`, which n8n must not take for the demo's. */
async function makeTablesOfOnesOwn(): Promise<void> {
	const rest = await owner();
	for (const { name } of VENDORS) {
		const table = name === 'ReadyCloud' ? 'orders' : 'deliveries';
		await rest.createDataTable(`${name} ${table}`, [{ name: 'customer', type: 'string' }]);
	}
}

/** Neither what receives nor what reads has failed once. */
async function noneHasFailed(): Promise<void> {
	const rest = await owner();
	const all = await rest.listWorkflows();
	const active = all.filter((workflow) => workflow.active);
	expect(active.length).toBeGreaterThanOrEqual(6);
	// What runs is told from what is there to be filled in.
	for (const { name, active: runs, tags = [] } of all) {
		const names = tags.map((tag) => tag.name);
		expect([name, names]).toEqual([name, [runs ? 'Demo' : 'Template']]);
	}
	for (const { id, name } of active) {
		const executions = await rest.listExecutions({ workflowId: id });
		const failed = executions.filter(({ status }) => ['error', 'crashed'].includes(status));
		expect([name, failed]).toEqual([name, []]);
	}
}
