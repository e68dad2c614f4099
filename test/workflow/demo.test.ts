import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import axios from 'axios';
import type { Browser } from 'playwright-core';

import { freePorts, isPortTaken } from '../../runtime/ports';
import { openBrowser } from '../support/browser';
import type { Ports } from '../support/demo';
import { Demo } from '../support/demo';

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

interface State {
	rows: Array<Record<string, unknown>>;
	inbox: Array<{ subject: string; text: string }>;
	deliveries: Array<{ status: number }>;
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
	await page.getByTestId('create-job').click();
	for (const step of ['assign', 'start', 'deliver', 'rate']) {
		await page.getByTestId(`step-${step}`).click();
	}
	await page.getByTestId('mail').first().waitFor();
	await page.getByTestId('sheet-row').nth(4).waitFor();
	await page.close();

	const { rows, inbox, deliveries } = await state();
	expect(deliveries.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
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
