import { FakeN8n } from '../sandbox/support/fakeN8n';
import { column, PageBench, paste, says } from './support';

const n8n = new FakeN8n();
let bench: PageBench;
beforeAll(async () => void (bench = await PageBench.start({ n8n })));
beforeEach(() => n8n.forget());
afterAll(() => bench.close());
afterEach(() => expect(bench.complaints.splice(0)).toEqual([]));

it('is stopped, missed and started again, and then nothing is missing', async () => {
	n8n.arrivals = [{ place: 'Sheet', what: 'jobs with their last state', have: 1, of: 1 }];
	const page = await bench.open();
	const panel = page.locator('#n8n-panel');
	await says(panel, 'Stop n8n, play on, start it again: nothing is missing.');
	await says(page.getByTestId('n8n-status'), 'running');
	await says(page.getByTestId('n8n-verdict'), 'Nothing is missing.');

	await page.getByTestId('n8n-stop').click();
	await says(page.getByTestId('n8n-status'), 'stopping');
	n8n.status = 'stopped';
	await says(page.locator('#notice'), 'n8n is stopped. Play on');
	// Port 1 answers as little as an n8n that is not there.
	await paste(page, 'radaro', { url: 'http://127.0.0.1:1/' });
	n8n.arrivals = [{ place: 'Sheet', what: 'jobs with their last state', have: 1, of: 2 }];
	await column(page, 'radaro').getByTestId('create-job').click();
	await says(page.getByTestId('n8n-missed'), '1 call failed while n8n did not run.');
	await says(page.getByTestId('delivery-row').locator('.badge.bad'), 'Failed');
	await says(page.getByTestId('delivery-row').locator('.reason'), 'n8n cannot be reached at');
	await says(page.getByTestId('n8n-arrived'), 'Sheet: 1 of 2 jobs with their last state');

	await page.getByTestId('n8n-start').click();
	await says(page.getByTestId('n8n-status'), 'starting');
	expect(await page.getByTestId('n8n-verdict').textContent()).toBe('');
	n8n.status = 'running';
	await says(page.locator('#notice'), 'n8n runs again.');
	await says(page.getByTestId('n8n-verdict'), 'Under way');
	n8n.arrivals = [{ place: 'Sheet', what: 'jobs with their last state', have: 2, of: 2 }];
	await says(page.getByTestId('n8n-verdict'), 'Nothing is missing.');
	await says(
		page.getByTestId('n8n-missed'),
		'1 call failed while n8n did not run; what was missed has arrived since.',
	);
	expect(n8n.told).toEqual(['stop', 'start']);
});

it('says when nothing arrives any more, and which workflow fails', async () => {
	n8n.arrivals = [{ place: 'Sheet', what: 'jobs with their last state', have: 1, of: 2 }];
	const page = await bench.open();
	await says(page.getByTestId('n8n-verdict'), 'Under way');
	expect(await page.getByTestId('n8n-standstill').innerText()).toBe('');
	await bench.bench.control('POST', 'clock', { advanceSeconds: 61 });
	await says(page.getByTestId('n8n-verdict'), 'It does not move.');
	const line = page.getByTestId('n8n-standstill');
	await says(line, 'Look whether all of them are published in n8n');
	expect(await line.innerText()).toMatch(
		/^Sheet: nothing more has arrived since [\d:]{8}\. No run/,
	);
	const url = 'http://127.0.0.1:5678/workflow/r1/executions/7';
	n8n.failed = [{ workflow: 'Delivery log', at: new Date().toISOString(), url }];
	const failed = page.getByTestId('n8n-failures').getByRole('listitem');
	await says(failed, 'the last failure was at');
	const link = failed.getByRole('link', { name: 'Executions of “Delivery log”' });
	expect(await link.getAttribute('href')).toBe(url);
	expect(await line.innerText()).not.toContain('No run');
	n8n.arrivals = [{ place: 'Sheet', what: 'jobs with their last state', have: 2, of: 2 }];
	await says(page.getByTestId('n8n-verdict'), 'Nothing is missing.');
	await failed.waitFor({ state: 'detached' });
	expect(await line.innerText()).toBe('');
});

it('leads to the workflow, and says how to get in', async () => {
	const page = await bench.open();
	const editor = page.getByTestId('n8n-editor');
	await says(editor, 'log in with owner@lastmile.example and the password Lastmile-demo-1.');
	const url = 'http://127.0.0.1:5678/workflow/w1';
	expect(await page.locator('#n8n-link').getAttribute('href')).toBe(url);
	const link = page.locator('#links').getByRole('link', { name: 'n8n' });
	expect(await link.getAttribute('href')).toBe(url);
});

it('asks only for what is possible', async () => {
	const page = await bench.open();
	await page.getByTestId('n8n-start').click({ force: true });
	await page.getByTestId('n8n-kill').click();
	await says(page.getByTestId('n8n-status'), 'stopping');
	await page.getByTestId('n8n-stop').click({ force: true });
	await page.getByTestId('n8n-start').click({ force: true });
	expect(n8n.told).toEqual(['kill']);
});

it('says why n8n could not be started', async () => {
	n8n.status = 'starting';
	const page = await bench.open();
	await says(page.getByTestId('n8n-status'), 'starting');
	n8n.status = 'stopped';
	n8n.problem = 'n8n ended while starting.';
	await says(page.getByTestId('n8n-problem'), 'n8n ended while starting.');
	await says(page.locator('#notice.problem'), 'n8n ended while starting.');
});

it('fits on a phone', async () => {
	n8n.arrivals = [
		{
			place: 'Mails',
			what: 'customers of delivered jobs that have an e-mail address',
			have: 1,
			of: 1,
		},
	];
	const page = await bench.open({ viewport: { width: 360, height: 740 } });
	await says(page.getByTestId('n8n-arrived'), 'Mails');
	expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
});
