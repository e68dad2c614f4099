import { violations } from '../support/accessibility';
import { FakeN8n } from '../sandbox/support/fakeN8n';
import { column, fill, PageBench, paste, PHONE, says } from './support';

const n8n = new FakeN8n();
let bench: PageBench;
beforeAll(async () => {
	n8n.arrivals = [{ place: 'Sheet', what: 'jobs with their last state', have: 1, of: 2 }];
	const url = 'http://127.0.0.1:5678/workflow/r1/executions/7';
	n8n.failed = [{ workflow: 'Delivery log', at: '2999-01-01T00:00:00.000Z', url }];
	bench = await PageBench.start({ n8n });
});
afterAll(() => bench.close());

const DESK = { width: 1440, height: 900 };

describe.each([
	['light on a desk', { viewport: DESK, colorScheme: 'light' }],
	['dark on a desk', { viewport: DESK, colorScheme: 'dark' }],
	['light on a phone', { viewport: PHONE, colorScheme: 'light' }],
	['dark on a phone', { viewport: PHONE, colorScheme: 'dark' }],
] as const)('%s, nothing keeps people from using the page', (_name, options) => {
	it('while it is empty', async () => {
		const page = await bench.open(options);
		await says(page.getByTestId('n8n-arrived'), 'Sheet');
		expect(await violations(page)).toEqual([]);
	});

	it('while something is everywhere', async () => {
		const page = await bench.open(options);
		await bench.bench.control('POST', 'clock', { advanceSeconds: 61 });
		await says(page.getByTestId('n8n-failures'), 'Delivery log');
		await fill(bench, page);
		// One call of each outcome.
		await paste(page, 'radaro', { url: bench.receiver.url() });
		const create = column(page, 'radaro').getByTestId('create-job');
		for (const [status, text, badge] of [
			[200, '{"received":true,"ignored":"Not selected."}', 'Left out'],
			[401, '', 'Refused'],
			[500, '', 'Failed'],
			[200, '{"received":true}', 'Started'],
		] as const) {
			bench.receiver.answer = () => status;
			bench.receiver.answerText = text;
			await create.click();
			await says(page.getByTestId('delivery-row').first().locator('.badge'), badge);
		}
		await page.locator('#notice:not(:empty)').waitFor();
		expect(await violations(page)).toEqual([]);
	});
});
