import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import axios from 'axios';
import type { Browser } from 'playwright-core';

import { ensureN8n } from '../../runtime/install';
import { freePorts, isPortTaken } from '../../runtime/ports';
import { restClient } from '../../runtime/rest';
import { VENDORS } from '../../vendors';
import { openBrowser } from '../support/browser';
import { Demo, type Ports } from '../support/demo';

let home: string;
let ports: Ports;
let browser: Browser;

beforeAll(async () => {
	home = await mkdtemp(path.join(os.tmpdir(), 'lastmile-demo-'));
	const [n8n = 0, sandbox = 0, smtp = 0] = await freePorts(3);
	ports = { n8n, sandbox, smtp };
	browser = await openBrowser();
});
afterEach(async () => await Demo.endAll());
afterAll(async () => {
	await browser.close();
	await rm(home, { recursive: true, force: true });
});
jest.setTimeout(900_000);

interface State {
	rows: Array<Record<string, unknown>>;
	inbox: Array<{ subject: string; text: string }>;
	deliveries: Array<{ status: number }>;
	erp: { changes: Array<{ doctype: string; name: string }> };
	counts: Record<string, number>;
	play: { state: string; answers: Record<string, number>; problems: unknown[] } | null;
}

async function state(): Promise<State> {
	return (await axios.get<State>(`http://127.0.0.1:${ports.sandbox}/control/state`)).data;
}

it('leads from one command to a row and a mail, by clicking on the page', async () => {
	const demo = Demo.start(home, ports);
	await demo.says('Ready after');
	expect(demo.printed).toContain(`http://127.0.0.1:${ports.sandbox}`);
	expect(demo.printed).toContain(`http://127.0.0.1:${ports.n8n}`);

	const page = await browser.newPage();
	await page.goto(`http://127.0.0.1:${ports.sandbox}`);
	const radaro = page.locator('#vendor-radaro');
	await radaro.getByTestId('create-job').click();
	for (const step of ['assign', 'start', 'deliver', 'rate']) {
		await radaro.getByTestId(`step-${step}`).click();
	}
	await page.getByTestId('mail').first().waitFor();
	await page.getByTestId('sheet-row').nth(4).waitFor();
	await page.getByTestId('erp-change').first().waitFor();
	// Who may send is checked: with another token, the next event is refused.
	await radaro.locator('summary', { hasText: 'Webhook address' }).click();
	await radaro.getByTestId('webhook-secret').fill('not-the-token-of-the-credential');
	await radaro.getByTestId('webhook-save').click();
	await radaro.getByTestId('create-job').click();
	await page.getByTestId('delivery-row').filter({ hasText: '401' }).first().waitFor();
	await radaro.getByTestId('webhook-restore').click();
	await page.close();

	const { rows, inbox, deliveries, erp } = await state();
	const refused = deliveries.filter(({ status }) => status === 401);
	expect(refused).toHaveLength(1);
	expect(erp.changes.map(({ doctype, name }) => [doctype, name])).toEqual([
		['Delivery Note', String(rows[0]?.reference)],
	]);
	expect(deliveries.filter(({ status }) => status === 200)).toHaveLength(5);
	expect(rows.map(({ event, status }) => [event, status])).toEqual([
		['job_created', 'created'],
		['status_changed', 'assigned'],
		['status_changed', 'out_for_delivery'],
		['status_changed', 'delivered'],
		['rating_received', 'delivered'],
	]);
	const [row] = rows;
	expect(inbox.map(({ subject }) => subject)).toEqual([`${String(row?.reference)}: delivered`]);
	expect(inbox[0]?.text).toContain(String(row?.recipientName));

	expect(await demo.interrupt()).toBe(0);
	for (const port of Object.values(ports)) expect(await isPortTaken(port)).toBe(false);
});

it('keeps everything for the second start', async () => {
	const demo = Demo.start(home, ports);
	await demo.says('Ready after');
	expect((await state()).rows).toHaveLength(5);
	await axios.post(`http://127.0.0.1:${ports.sandbox}/control/radaro/jobs`, {});
	expect((await state()).deliveries[0]?.status).toBe(200);
	expect(await demo.interrupt()).toBe(0);
});

it('plays a day of 200 jobs over all services, and loses and doubles nothing', async () => {
	const dayHome = `${home}-day`;
	const demo = Demo.start(dayHome, ports);
	await demo.says('Ready after');
	const page = await browser.newPage();
	await page.goto(`http://127.0.0.1:${ports.sandbox}`);
	await page.getByLabel('Jobs', { exact: true }).fill('200');
	await page.getByLabel('Speed').selectOption({ label: 'as fast as possible' });
	await page.getByTestId('play').click();
	await page.getByTestId('play-summary').getByText('Done').waitFor({ timeout: 600_000 });
	for (let tries = 0; tries < 120; tries++) {
		const { rows, distinctEvents } = (await state()).counts;
		if (rows === distinctEvents) break;
		await wait(1000);
	}
	const { counts, play } = await state();
	expect(play).toMatchObject({ state: 'done', problems: [] });
	expect(Object.keys(play?.answers ?? {})).toEqual(['200']);
	expect(counts).toMatchObject({ refused: 0, failed: 0, rows: counts.distinctEvents });
	expect(counts.sent).toBeGreaterThan(counts.distinctEvents ?? 0);

	const sheet = await axios.get<{ rows: Array<Record<string, unknown>> }>(
		`http://127.0.0.1:${ports.sandbox}/control/rows`,
	);
	const { rows } = sheet.data;
	expect(new Set(rows.map(({ eventId }) => eventId)).size).toBe(rows.length);
	expect([...new Set(rows.map(({ provider }) => provider))].sort()).toEqual(
		VENDORS.map((vendor) => vendor.provider).sort(),
	);
	const results = rows.filter(
		({ event, outcome }) => event === 'status_changed' && outcome !== 'pending',
	);
	// What is delivered is one record in the ERP, also where a driver corrected it afterwards.
	const delivered = new Set(
		results.flatMap(({ status, reference }) => (status === 'delivered' ? (reference ?? []) : [])),
	);
	for (let tries = 0; tries < 60; tries++) {
		const { mails, erpRecords } = (await state()).counts;
		if (mails === results.length && erpRecords === delivered.size) break;
		await wait(1000);
	}
	expect((await state()).counts).toMatchObject({
		mails: results.length,
		erpRecords: delivered.size,
	});
	for (const [name, value] of Object.entries((await state()).counts)) {
		const shown = await page.getByTestId(`count-${name}`).textContent();
		expect([name, shown]).toEqual([name, expect.stringContaining(String(value))]);
	}
	await page.close();

	const url = `http://127.0.0.1:${ports.n8n}`;
	const rest = restClient({ url, installation: await ensureN8n() });
	await rest.ensureOwner();
	const [workflow] = (await rest.listWorkflows()).filter(({ active }) => active);
	const executions = await rest.listExecutions({ workflowId: workflow?.id ?? '' });
	expect(executions.length).toBeGreaterThanOrEqual(rows.length);
	expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
	expect(await demo.interrupt()).toBe(0);
	await rm(dayHome, { recursive: true, force: true });
});

it('says in a sentence which port is in use, and what to do', async () => {
	const other = Demo.start(`${home}-other`, ports);
	await other.says('Ready after');
	const demo = Demo.start(home, ports);
	expect(await demo.exitCode()).toBe(1);
	expect(demo.printed).toMatch(/port \d+/i);
	expect(demo.printed).toContain('--n8n-port');
	expect(demo.printed).not.toMatch(/^\s+at /m);
	expect(await other.interrupt()).toBe(0);
	await rm(`${home}-other`, { recursive: true, force: true });
});
