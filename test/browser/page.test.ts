import type { Locator, Page } from 'playwright-core';

import { RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import { VENDORS } from '../../vendors';
import type { Dict } from '../sandbox/support/bench';
import { column, PageBench, paste, says } from './support';

let bench: PageBench;
beforeAll(async () => void (bench = await PageBench.start()));
afterAll(() => bench.close());
afterEach(() => expect(bench.complaints.splice(0)).toEqual([]));

/** As a trigger answers, which knows one token. */
const asTrigger = (): number =>
	bench.receiver.received.at(-1)?.body.token === RADARO_WEBHOOK_TOKEN ? 200 : 401;

it('has a column per service, in the order of the documents', async () => {
	const page = await bench.open();
	// Nothing to stop was started along with it.
	expect(await page.locator('#n8n-panel').isVisible()).toBe(false);
	const titles = await page.locator('#vendors h2').allTextContents();
	expect(titles.map((title) => title.trim())).toEqual(VENDORS.map(({ name }) => name));
	expect(await page.getByRole('link', { name: 'n8n' }).getAttribute('href')).toBe(
		'http://127.0.0.1:5678',
	);
});

it('leads a job from its creation to its delivery, and shows what was sent', async () => {
	const page = await bench.open();
	await paste(page, 'radaro', { url: bench.receiver.url() });
	const radaro = column(page, 'radaro');
	await radaro.getByTestId('create-job').click();
	const card = radaro.getByTestId('job-card');
	for (const [step, status] of [
		['assign', 'assigned'],
		['start', 'in_progress'],
		['deliver', 'delivered'],
	]) {
		await card.getByTestId(`step-${step}`).click();
		await radaro.locator(`[data-status="${status}"]`).waitFor();
	}
	await says(page.getByTestId('count-sent'), '4');
	const log = page.getByTestId('delivery-row');
	expect(await log.locator('.badge').allTextContents()).toEqual(Array(4).fill('Started'));
	await log.first().getByText('Details').click();
	await says(log.first().locator('pre'), '"status": "delivered"');
	await says(log.first().locator('.answer'), 'Answer 200: {"ok":true}');
	expect(bench.receiver.bodies.map(({ event_type }) => event_type)).toEqual([
		'created',
		'updated',
		'updated',
		'updated',
	]);
});

it('rates a delivery as a person chooses', async () => {
	const page = await bench.open();
	await paste(page, 'radaro', { url: bench.receiver.url() });
	const card = column(page, 'radaro').getByTestId('job-card');
	const rate = async (rating?: string): Promise<void> => {
		await column(page, 'radaro').getByTestId('create-job').click();
		const newest = card.first();
		for (const step of ['assign', 'start', 'deliver']) {
			await newest.getByTestId(`step-${step}`).click();
		}
		const choice = newest.getByLabel(/^Rating: /);
		expect(await choice.inputValue()).toBe('9');
		if (rating !== undefined) await choice.selectOption(rating);
		// What is chosen outlives the page's look at the state.
		await page.waitForResponse('**/control/state');
		await newest.getByTestId('step-rate').click();
		await says(newest, `Rated ${rating ?? 9} of 10`);
	};
	await rate();
	await rate('3');
	const ratings = bench.receiver.bodies.map(({ order_info }) => (order_info as Dict).rating);
	expect(ratings.filter((rating) => rating !== null)).toEqual([9, 3]);
});

it('shows a refused delivery once the token is another one, and how to get it back', async () => {
	const page = await bench.open();
	bench.receiver.answer = asTrigger;
	await paste(page, 'radaro', { url: bench.receiver.url() });
	const radaro = column(page, 'radaro');
	await radaro.getByTestId('create-job').click();
	await says(page.getByTestId('delivery-row').first().locator('.badge.good'), 'Started');
	await says(page.locator('#notice'), 'Sent: started a workflow.');

	await paste(page, 'radaro', { secret: 'another-token' });
	expect(await radaro.getByTestId('webhook-secret').inputValue()).toBe('');
	await radaro.getByTestId('create-job').click();
	await says(page.getByTestId('delivery-row').first().locator('.badge.bad'), 'Refused');
	await says(page.locator('#notice.problem'), 'Sent: refused. The trigger refused it: the secret');
	await says(page.getByTestId('count-refused'), '1');

	await radaro.getByTestId('webhook-restore').click();
	await says(page.locator('#notice'), 'Radaro is as at the start again: the first webhook token.');
	expect(await radaro.getByTestId('webhook-restore').isVisible()).toBe(false);
	await radaro.getByTestId('create-job').click();
	await says(page.getByTestId('count-sent'), '3');
	await says(page.getByTestId('delivery-row').first().locator('.badge.good'), 'Started');
	await says(page.getByTestId('count-refused'), '1');
});

it('says that it waits for a slow answer', async () => {
	const page = await bench.open();
	await paste(page, 'radaro', { url: bench.receiver.url() });
	let answer: (status: number) => void = () => undefined;
	bench.receiver.answer = () => new Promise((resolve) => (answer = resolve));
	await column(page, 'radaro').getByTestId('create-job').click();
	await says(page.locator('#notice'), 'Waiting for an answer');
	answer(200);
	await says(page.locator('#notice'), 'Sent: started a workflow.');
});

it('takes a double click for one', async () => {
	const page = await bench.open();
	const radaro = column(page, 'radaro');
	await radaro.getByTestId('create-job').dblclick();
	await radaro.getByTestId('job-card').waitFor();
	// The button that was clicked is replaced by that of the next step.
	await radaro.getByTestId('step-assign').dblclick({ delay: 200 });
	await radaro.locator('[data-status="assigned"]').waitFor();
	await page.waitForTimeout(1500);
	expect(await radaro.locator('[data-status="assigned"]').count()).toBe(1);
	expect(await radaro.getByTestId('job-card').count()).toBe(1);
	const asked = posts(page);
	await page.getByTestId('erp-order').dblclick();
	await says(page.locator('#notice'), 'is in the ERP now');
	expect(asked).toEqual(['/control/erp/orders']);
});

it('takes Enter that is held down for one, at whichever button', async () => {
	const page = await bench.open();
	const asked = posts(page);
	const hold = async (button: Locator, path: RegExp): Promise<void> => {
		await button.focus();
		const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
		await page.keyboard.down('Enter');
		await answered;
		for (let repeated = 0; repeated < 3; repeated++) {
			await page.waitForTimeout(100);
			await page.keyboard.down('Enter');
		}
		await page.keyboard.up('Enter');
		expect(asked.splice(0)).toEqual([expect.stringMatching(path)]);
	};
	const creating = page.locator('[data-part="actions"] button');
	expect(await creating.count()).toBeGreaterThanOrEqual(VENDORS.length);
	for (const button of await creating.all()) await hold(button, /^\/control\/\w+\/\w+$/);
	await hold(page.getByTestId('erp-order'), /\/erp\/orders$/);
	// The button of the next step takes the place of the one that was pressed, and the focus with it.
	await hold(column(page, 'radaro').getByTestId('step-assign'), /\/steps\/assign$/);
});

/** What the page asks for from now on, beside its look at the state. */
function posts(page: Page): string[] {
	const asked: string[] = [];
	page.on('request', (request) => {
		if (request.method() === 'POST') asked.push(new URL(request.url()).pathname);
	});
	return asked;
}

it('says why nothing arrives', async () => {
	const page = await bench.open();
	await paste(page, 'radaro', { url: 'http://127.0.0.1:1/webhook-test/x' });
	await says(column(page, 'radaro').locator('[data-part="hint"]'), 'only one event');
	await column(page, 'radaro').getByTestId('create-job').click();
	await says(
		page.getByTestId('delivery-row'),
		'n8n cannot be reached at 127.0.0.1:1: it is stopped or still starting.',
	);
	await paste(page, 'radaro', { url: '' });
	await column(page, 'radaro').getByTestId('create-job').click();
	await says(page.locator('#notice'), 'Nothing was sent');
	const own = column(page, 'radaro');
	await own.getByTestId('webhook-url').fill('somewhere');
	await own.getByTestId('webhook-save').click();
	await says(page.locator('#notice'), 'Nothing was saved');
	bench.complaints.splice(0);
});

it('tells what was left out from what started a workflow, with the reason', async () => {
	const page = await bench.open();
	await paste(page, 'radaro', { url: bench.receiver.url() });
	const why = 'This event is not among the events selected in the trigger.';
	bench.receiver.answerText = JSON.stringify({ received: true, ignored: why });
	await column(page, 'radaro').getByTestId('create-job').click();
	const row = page.getByTestId('delivery-row').first();
	await says(row.locator('.badge.aside'), 'Left out');
	await says(row.locator('.reason'), why);
	await says(page.locator('#notice:not(.problem)'), `Sent: left out. ${why}`);
	await says(page.getByTestId('count-leftOut'), '1');
	expect(await page.getByTestId('count-started').innerText()).toBe('0');
});

it('tells of a test address at which nobody listens, and counts it apart', async () => {
	const page = await bench.open();
	await paste(page, 'radaro', { url: bench.receiver.url('/webhook-test/a/b') });
	bench.receiver.answer = () => 404;
	bench.receiver.answerText = '{"message":"The requested webhook is not registered."}';
	expect(await page.getByTestId('count-notListening').isVisible()).toBe(false);
	await column(page, 'radaro').getByTestId('create-job').click();
	const row = page.getByTestId('delivery-row').first();
	await says(row.locator('.badge.aside'), 'Not listening');
	await says(row.locator('.reason'), 'Click “Execute step” in the trigger first');
	await says(page.getByTestId('count-notListening'), '1');
	expect(await page.getByTestId('count-leftOut').innerText()).toBe('0');
});

it('sends any event to any address, the test URL among them', async () => {
	const page = await bench.open();
	await paste(page, 'radaro', { url: bench.receiver.url('/webhook/a/b') });
	const radaro = column(page, 'radaro');
	if (!(await radaro.getByTestId('webhook-testing').isVisible())) {
		await radaro.locator('[data-part="setup-title"]').click();
	}
	await radaro.getByTestId('webhook-testing').check();
	await says(page.locator('#notice'), 'as well now');
	await radaro.getByTestId('create-job').click();
	await says(page.locator('#notice'), 'Sent to 2 addresses: 2 started a workflow.');
	await radaro.getByTestId('webhook-testing').uncheck();
	await says(page.locator('#notice'), 'no longer');
	const row = page.getByTestId('delivery-row').last();
	await row.getByTestId('delivery-more').click();
	await row.getByTestId('again-url').fill(bench.receiver.url('/elsewhere'));
	await row.getByTestId('again').click();
	await says(page.getByTestId('count-sent'), '3');
	expect(bench.receiver.received.map(({ url }) => url).sort()).toEqual([
		'/elsewhere',
		'/webhook-test/a/b',
		'/webhook/a/b',
	]);
});

it('says what an uploaded order waits for, and that RoutiGo calls nobody before a tour is planned', async () => {
	const page = await bench.open();
	const notice = page.locator('#notice');
	await column(page, 'routigo')
		.getByRole('button', { name: /^Upload orders/ })
		.click();
	await says(notice, 'for “Create tour”. RoutiGo calls nobody for an upload.');
	await column(page, 'routigo').getByTestId('create-tour').click();
	await says(notice, 'The tour is there. RoutiGo calls nobody before it is planned.');
});

it('has a message go after some seconds, and cover nothing', async () => {
	const page = await bench.open();
	await page.clock.install();
	await column(page, 'radaro').getByTestId('create-job').click();
	const notice = page.locator('#notice');
	await says(notice, 'Nothing was sent');
	const [bar, first] = await Promise.all([
		page.locator('.bar').boundingBox(),
		page.locator('main').boundingBox(),
	]);
	expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThanOrEqual(first?.y ?? 0);
	await page.clock.runFor(20_000);
	await page.locator('#notice:empty').waitFor({ state: 'attached' });
});

it('shows own webhooks first, and leaves those of other programs alone', async () => {
	const page = await bench.open();
	const action = { name: 'Mine', url: bench.receiver.url(), headers: { secret: 'a-secret' } };
	const webhook = { routigoEvent: 'TOUR_PLANNED', routigoEventType: 'TOUR', action };
	const routigo = column(page, 'routigo');
	const empty = routigo.locator('[data-part="empty"]');
	await says(empty, 'Publish a workflow with a RoutiGo Trigger');
	await bench.bench.control('POST', 'routigo/webhooks', webhook);
	await says(routigo.locator('[data-part="setup-title"]'), 'Webhooks registered: 1');
	await says(empty, 'Press “Create tour”');
	await routigo.locator('[data-part="setup-title"]').click();
	const hooks = routigo.getByTestId('registered');
	await says(hooks.first(), 'Mine');
	await says(hooks.first(), 'Tour planned (tour)');
	expect(await hooks.locator('.badge').allTextContents()).toEqual([
		'active',
		...Array<string>(3).fill('of another program'),
	]);
	expect(await hooks.nth(1).locator('button').count()).toBe(0);
});

it('shows the rest of a long list when one wants it', async () => {
	const page = await bench.open();
	for (let count = 0; count < 5; count++) await bench.bench.control('POST', 'radaro/jobs', {});
	const radaro = column(page, 'radaro');
	const cards = radaro.getByTestId('job-card');
	await radaro.getByRole('button', { name: '2 more at Radaro' }).click();
	await cards.nth(4).waitFor();
	await radaro.getByRole('button', { name: 'Fewer at Radaro' }).click();
	await cards.nth(3).waitFor({ state: 'detached' });
	expect(await cards.count()).toBe(3);
});

it('shows what programs have registered, and what can happen to it', async () => {
	const page = await bench.open();
	const remote_url = bench.receiver.url('/cloud').replace('http:', 'https:');
	await bench.bench.control('POST', 'readycloud/webhooks', { entity: 'orders', remote_url });
	const cloud = column(page, 'readycloud');
	await says(cloud.locator('[data-part="setup-title"]'), 'Webhooks registered: 1');
	await says(cloud.locator('[data-part="empty"]'), 'No order yet. Press “Create order”');
	await cloud.locator('[data-part="setup-title"]').click();
	await cloud.getByTestId('hook-suspend').click();
	await says(cloud.getByTestId('registered'), 'suspended');
	await cloud.getByTestId('create-order').click();
	await says(page.locator('#notice'), 'the service has suspended the webhooks that wait for it.');
	expect(bench.receiver.received).toEqual([]);
});

it('shows rows, mails and records as they arrive, and counts them', async () => {
	const page = await bench.open();
	await column(page, 'radaro').getByTestId('create-job').click();
	const name = await column(page, 'radaro').locator('.card h3').innerText();
	bench.rows = [
		{ id: 1, eventId: 'a', jobId: 7, reference: name, recipientPhone: '04123456789', note: null },
		{ id: 2, eventId: 'b', jobId: 7, reference: name, recipientPhone: '04123456789', note: null },
	];
	await bench.mail(`${name}: delivered`, '<b>Left</b> with reception');
	await bench.erp('PUT', `Delivery%20Note/${name}`, { status: 'Completed', colour: 'red' });

	await says(page.getByTestId('count-rows'), '2');
	await says(page.locator('#sheet-count'), '2 rows, one for each event, sent or asked for');
	const cells = page.getByTestId('sheet-row').first().locator('td');
	expect(await cells.allTextContents()).toEqual([name]);
	await page.getByTestId('sheet-all').check();
	expect(await cells.allTextContents()).toEqual([name, '2', 'b', '7', '04123456789']);
	await says(page.getByTestId('mail'), `${name}: delivered`);
	await page.getByTestId('mail').getByText('Read').click();
	// A mail is text here, never markup.
	await says(page.getByTestId('mail').locator('pre'), '<b>Left</b>');
	const change = page.getByTestId('erp-change');
	await says(change, `Delivery Note ${name}`);
	await says(change, 'Status: Completed');
	await says(change, 'no such field: colour');
	for (const [count, value] of [
		['jobs', '1'],
		['mails', '1'],
		['erpRecords', '1'],
	]) {
		expect(await page.getByTestId(`count-${count}`).innerText()).toBe(value);
	}
	await page.getByTestId('erp-order').click();
	await says(page.locator('#notice'), 'SAL-ORD-2026-00004');
	// The newest first, so that it is the one that was just made.
	await says(page.getByTestId('erp-waiting').first(), 'SAL-ORD-2026-00004');
	await says(page.locator('#erp-orders-title'), 'Sales orders without a delivery job: 4');
});

it('writes each time in one form, with the day where it is not today', async () => {
	const page = await bench.open({ timezoneId: 'Europe/Amsterdam', locale: 'en-US' });
	// In Amsterdam it is a day later, an hour after midnight.
	await page.clock.setFixedTime('2026-11-26T23:05:12.000Z');
	bench.rows = [
		{ id: 1, reference: 'a', occurredAt: '2026-11-26T23:05:12.000Z' },
		{ id: 2, reference: 'b', occurredAt: '2026-11-26T21:05:12+00:00' },
	];
	await bench.bench.control('POST', 'radaro/jobs', { external_id: 'A-1' });
	const name = 'Delivery%20Note/A-1';
	await bench.erp('PUT', name, { custom_delivered_at: '2026-11-27 00:05:12' });
	await bench.erp('PUT', name, { custom_delivered_at: '2026-11-26 22:05:12' });
	await says(page.getByTestId('sheet-row').nth(1), 'a');
	const times = await page.getByTestId('sheet-row').locator('td:first-child').allTextContents();
	expect(times).toEqual(['2026-11-26 22:05:12', '00:05:12']);
	const changes = page.getByTestId('erp-change');
	await says(changes.nth(1), 'Delivered at: 00:05:12');
	await says(changes.first(), 'Delivered at: 2026-11-26 22:05:12');
});

it('opens no page of a service, which knows none of these jobs', async () => {
	const page = await bench.open();
	const own = `${bench.bench.sandbox.url}/detrack/files/1/photo_1.jpg`;
	const foreign = 'https://tracking.example/page/X7';
	await bench.bench.control('POST', 'radaro/jobs', { external_id: 'A-1' });
	await bench.erp('PUT', 'Delivery%20Note/A-1', { custom_proof: `${own}\n${foreign}` });
	const change = page.getByTestId('erp-change');
	await says(change, 'X7 (at tracking.example, not opened from here)');
	const links = change.getByRole('link');
	expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
		own,
	]);
});

it('has what is attached to a mail', async () => {
	const page = await bench.open();
	const type = 'Content-Type: multipart/mixed; boundary=cut\r\n';
	const photo = [
		'--cut',
		'Content-Type: image/jpeg',
		'Content-Disposition: attachment; filename="proof 1.jpg"',
		'',
		'a photo',
		'--cut--',
	].join('\r\n');
	await bench.mail('With a proof', photo, type);
	const link = page.getByTestId('mail').getByRole('link', { name: 'proof 1.jpg (1 kB)' });
	await link.waitFor();
	const started = page.waitForEvent('download');
	await link.click();
	expect((await started).suggestedFilename()).toBe('proof 1.jpg');
});

it('never takes what it shows for markup', async () => {
	const page = await bench.open();
	const evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
	await bench.bench.control('POST', 'radaro/jobs', { external_id: evil });
	await bench.mail(evil, evil);
	bench.rows = [{ id: 1, reference: evil }];
	await says(column(page, 'radaro').locator('.card h3'), evil);
	await says(page.getByTestId('mail'), evil);
	await says(page.getByTestId('sheet-row'), evil);
	expect(await page.title()).toBe('Delivery sandbox');
	expect(await page.locator('main img').count()).toBe(0);
});

it('starts over', async () => {
	const page = await bench.open();
	await paste(page, 'radaro', { url: bench.receiver.url() });
	await column(page, 'radaro').getByTestId('create-job').click();
	await column(page, 'radaro').getByTestId('job-card').waitFor();
	page.once('dialog', (dialog) => void dialog.accept());
	await page.getByRole('button', { name: 'Start over' }).click();
	await says(page.locator('#notice'), 'ERP records are gone');
	await column(page, 'radaro').getByTestId('job-card').waitFor({ state: 'detached' });
	expect(await page.getByTestId('count-sent').innerText()).toBe('0');
	// How it is connected stays.
	await column(page, 'radaro').getByTestId('create-job').click();
	await says(page.getByTestId('count-started'), '1');
});

it('says when the sandbox is gone, and goes on when it is back', async () => {
	const page = await bench.open();
	await page.route('**/control/state', (route) => route.abort());
	await says(page.locator('#notice'), 'does not answer');
	await page.unroute('**/control/state');
	await page.locator('#notice:empty').waitFor({ state: 'attached' });
	bench.complaints.splice(0);
});
