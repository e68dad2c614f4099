import axios from 'axios';

import { violations } from '../../support/accessibility';
import { atTime, JOBS_TABLE, jobRow, openJobs } from '../../support/deliveryJobs';
import { openBrowser } from '../../support/browser';
import type { Cells, EventLog } from '../../support/eventLog';
import type { Stage } from '../../support/stage';
import { BOARD_LOGIN } from '../../support/storyCredentials';
import { templateFile } from '../../support/storyWorkflow';

const NAME = 'board';
const NOW = '2026-03-03T15:00:00';
const ATTACK = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`;

const MORNING = { windowFrom: '2026-03-03T09:00:00', windowTo: '2026-03-03T12:00:00' };
const AFTERNOON = { windowFrom: '2026-03-03T14:00:00', windowTo: '2026-03-03T17:00:00' };
const at = (time: string) => ({ occurredAt: `2026-03-03T${time}:00` });
const DANA = { driverName: 'Dana' };

/** In no order that the page could take over. */
const ROWS: Cells[] = [
	jobRow('SO-1', 'delivered', { ...MORNING, ...DANA, ...at('10:00') }),
	jobRow('SO-2', 'partially_delivered', {
		...MORNING,
		...DANA,
		...at('12:30'),
		reason: 'One lacks',
	}),
	jobRow('SO-3', 'cancelled', { ...MORNING, ...at('08:00') }),
	jobRow('SO-4', 'scheduled', { ...AFTERNOON }),
	jobRow('SO-5', 'on_hold', { ...AFTERNOON, driverName: 'Kim' }),
	jobRow('SO-6', 'out_for_delivery', { ...AFTERNOON, driverName: 'Kim' }),
	// Its window is over, so it is late.
	jobRow('SO-7', 'arriving', { ...MORNING, driverName: 'Kim' }),
	// A day is over when it is over.
	jobRow('SO-8', 'picked_up', { windowFrom: '2026-03-03', windowTo: '2026-03-03', ...DANA }),
	jobRow('SO-9', 'attempt_failed', {
		...AFTERNOON,
		...DANA,
		...at('14:30'),
		reason: 'Nobody home',
		recipientPhone: '+61 3 5550 0199',
		latitude: -38.15,
		longitude: 144.36,
		trackingUrl: 'https://track.example/SO-9',
	}),
	jobRow('SO-10', 'returned', { ...MORNING, ...DANA, address: 'Unit 5/2 A&B Street, Geelong' }),
	jobRow('RET-1', 'picked_up', { ...MORNING, jobType: 'collection', driverName: 'Kim' }),
	jobRow('RET-2', 'assigned', { ...AFTERNOON, jobType: 'collection' }),
	jobRow('YESTERDAY', 'attempt_failed', { day: '2026-03-02' }),
];

/** A board on the wall has to keep up, and n8n's sandbox lets no script do that. */
const ON_PURPOSE = ['meta-refresh'];

export function board(stage: () => Stage): void {
	const url = () => `${stage().story.n8n.url}/webhook/delivery-board`;
	const open = async (table = JOBS_TABLE, condition = 'gt'): Promise<void> => {
		const file = atTime(await templateFile(NAME), NOW);
		const text = JSON.stringify(file)
			.replaceAll(`"${JOBS_TABLE}"`, `"${table}"`)
			.replaceAll('"condition":"gt"', `"condition":"${condition}"`);
		await stage().publish(await stage().importedFile(JSON.parse(text) as typeof file));
	};
	const call = async (auth?: { username: string; password: string }) =>
		await axios.get<string>(url(), { auth, proxy: false, validateStatus: () => true });
	const login = { username: BOARD_LOGIN.user, password: BOARD_LOGIN.password };
	const page = async (): Promise<string> => {
		const { status, data } = await call(login);
		expect(status).toBe(200);
		return data;
	};
	const figures = (html: string) =>
		[...html.matchAll(/<div class="tile [^"]+"><b>(\d+)<\/b><span>([^<]+)</g)].map(
			([, count, name]) => `${count} ${name}`,
		);
	const filled = async (...rows: Cells[]): Promise<EventLog> => {
		const log = await openJobs(stage());
		await log.insert(JOBS_TABLE, ...rows);
		return log;
	};

	it('runs with its sample jobs in the editor', async () => {
		const { items, error } = await (await stage().imported(NAME)).run('Page is opened');
		expect(error).toBeUndefined();
		const html = String(items.Page?.[0]?.html);
		expect(figures(html)).toEqual(['2 planned', '4 on the way', '11 delivered', '3 failed']);
	});

	it('shows the jobs of today to whoever has the password, those that failed first', async () => {
		await filled(...ROWS);
		await open();
		for (const auth of [undefined, { ...login, password: 'wrong' }]) {
			const { status, headers, data } = await call(auth);
			expect([status, headers['www-authenticate']]).toEqual([401, 'Basic realm="Webhook"']);
			expect(JSON.stringify(data)).not.toContain('SO-');
		}
		const html = await page();
		expect(figures(html)).toEqual(['2 planned', '3 on the way', '2 delivered', '2 failed']);
		expect(html).toContain('2 late · 1 partly delivered · 1 cancelled · Collections: 1 of 2 done');
		const order = [...html.matchAll(/<b>((?:SO|RET)-\d+)<\/b>/g)].map(([, number]) => number);
		expect(order).toEqual(
			'SO-10 SO-9 SO-7 SO-8 SO-6 RET-2 SO-4 SO-5 SO-2 RET-1 SO-1 SO-3'.split(' '),
		);
		const drivers = [...html.matchAll(/<p><b>([^<]+)<\/b><small>([^<]+)</g)].map((match) =>
			match.slice(1, 3).join(': '),
		);
		expect(drivers).toEqual([
			'Dana: 2 of 5 done · 2 failed',
			'Kim: 0 of 3 done · 1 collection',
			'No driver yet: 0 of 1 done · 1 collection',
		]);
		const hrefs = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
		expect(hrefs).toEqual([
			'https://www.google.com/maps/search/?api=1&#38;query=Unit%205%2F2%20A%26B%20Street%2C%20Geelong',
			'https://www.google.com/maps/search/?api=1&#38;query=-38.15,144.36',
			'tel:+61355500199',
			'https://track.example/SO-9',
		]);
		expect(html).toContain('<span class="kind">Collection</span>');
		expect(html).toContain('<span class="pill done">collected</span>');
		expect(html).toContain('14:00 to 17:00');
	});

	it('shows what has come in since its table was written', async () => {
		const log = await filled();
		await log.add({ jobId: 'SO-6', status: 'out_for_delivery' });
		const [{ id } = { id: 0 }] = await log.rows('delivery_events');
		await log.insert(
			JOBS_TABLE,
			jobRow('SO-6', 'out_for_delivery', { ...AFTERNOON, ...at('14:00'), logId: Number(id) }),
		);
		const event = { provider: 'radaro', receivedAt: '2026-03-03T04:00:00Z', jobId: 'SO-6' };
		await log.add(
			{ ...event, status: 'delivered', isFinal: true, stateId: 'new', ...at('14:50') },
			{ ...event, status: 'arriving', stateId: 'late', ...at('14:40') },
		);
		await open();
		expect(figures(await page())).toEqual(['0 planned', '0 on the way', '1 delivered', '0 failed']);
	});

	it('counts more than a thousand jobs, and lists as many as it should', async () => {
		const many = Array.from({ length: 1100 }, (_, index) => jobRow(`SO-${index}`, 'delivered'));
		await filled(...many, jobRow('LAST', 'attempt_failed'));
		await open();
		const html = await page();
		expect(figures(html)).toContain('1100 delivered');
		expect(html.match(/<li /g)).toHaveLength(300);
		expect(html.indexOf('<b>LAST</b>')).toBeLessThan(html.indexOf('<b>SO-0</b>'));
		expect(html).toContain('801 more are not listed');
	});

	it('says in words that there is nothing', async () => {
		await filled();
		await open();
		expect(await page()).toContain('There are no jobs for today yet.');
	});

	it('says in words that there is no table', async () => {
		await open('absent_table');
		expect(await page()).toContain('There is no table of jobs yet.');
	});

	// n8n's Data Table node hands its input on as rows after an error of the database.
	it('takes what is no answer of the table for no day without jobs', async () => {
		await filled(...ROWS);
		await open(JOBS_TABLE, 'none');
		expect(await page()).toContain('The jobs could not be read: n8n does not say why');
	});

	it('shows every value as text, in a browser with n8n’s sandbox, on a telephone too', async () => {
		const attacked = Object.fromEntries(
			'reference recipientName address driverName reason note recipientPhone'
				.split(' ')
				.map((name) => [name, ATTACK]),
		);
		const log = await filled(
			jobRow('SO-1', 'attempt_failed', { ...attacked, trackingUrl: 'javascript:alert(3)' }),
		);
		await open();
		const browser = await openBrowser();
		try {
			const context = await browser.newContext({
				viewport: { width: 390, height: 844 },
				httpCredentials: login,
			});
			const opened = await context.newPage();
			const alarms: string[] = [];
			opened.on('dialog', (dialog) => alarms.push(dialog.message()));
			const answer = await opened.goto(url());
			expect(answer?.headers()['content-security-policy']).toMatch(/^sandbox /);
			expect(await opened.locator('li .what b').innerText()).toBe(ATTACK);
			expect(await opened.locator('script, img, a[href^="javascript"]').count()).toBe(0);
			expect(await opened.evaluate('document.documentElement.scrollWidth')).toBe(390);
			expect(await opened.locator('meta[http-equiv="refresh"]').getAttribute('content')).toBe('30');
			expect(alarms).toEqual([]);
			await log.insert(JOBS_TABLE, ...ROWS);
			await opened.reload();
			for (const colorScheme of ['light', 'dark'] as const) {
				await opened.emulateMedia({ colorScheme });
				expect(await violations(opened, ON_PURPOSE)).toEqual([]);
			}
		} finally {
			await browser.close();
		}
	});
}
