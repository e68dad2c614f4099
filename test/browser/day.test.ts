import { PageBench, paste, says } from './support';

let bench: PageBench;
beforeAll(async () => void (bench = await PageBench.start()));
afterAll(() => bench.close());
afterEach(() => expect(bench.complaints.splice(0)).toEqual([]));

it('plays a day through all services and says what came of it', async () => {
	const page = await bench.open();
	await paste(page, 'radaro', { url: bench.receiver.url() });
	await page.getByLabel('Jobs').fill('8');
	await page.getByLabel('Speed').selectOption('as fast as possible');
	await page.getByText('Play the same day again').click();
	await page.getByLabel('Number of the day').fill('7');
	await page.getByTestId('play').click();
	const summary = page.getByTestId('play-summary');
	await says(summary, 'Done: 8 of 8 jobs');
	const sent = bench.receiver.received.length;
	expect(sent).toBeGreaterThan(4);
	await says(summary, `${sent} webhooks sent (${sent} started a workflow)`);
	await says(page.locator('#day-number'), 'The last day was number 7.');
	await says(page.getByTestId('play-result'), `Radaro: 2 jobs, ${sent} webhooks`);
	await says(page.getByTestId('count-sent'), String(sent));
	await says(page.getByTestId('count-jobs'), '8');
	// Said once, aloud.
	await says(page.locator('#notice'), 'Done: 8 of 8 jobs');
});

it('can be stopped, and then another one begun', async () => {
	const page = await bench.open();
	await page.getByTestId('play').click();
	await page.getByTestId('play-stop').click();
	await says(page.getByTestId('play-summary'), 'Stopped');
	await page.getByTestId('play-stop').waitFor({ state: 'hidden' });
	// Where the button was is nothing any more; whoever uses the keyboard is not lost.
	expect(await page.evaluate('document.activeElement.dataset.testid')).toBe('play');
	await page.getByLabel('Speed').selectOption('as fast as possible');
	await page.getByTestId('play').click();
	await says(page.getByTestId('play-summary'), 'Done');
});

it('says at the field which numbers can be taken, even of a field that is folded away', async () => {
	const page = await bench.open();
	await page.getByText('Play the same day again').click();
	await page.getByLabel('Number of the day').fill('-3');
	await page.getByText('Play the same day again').click();
	await page.getByTestId('play').click();
	await says(page.locator('#day-seed-fault'), 'A whole number from 0 to 999999.');
	expect(await page.evaluate('document.activeElement.id')).toBe('day-seed');
	await page.getByLabel('Number of the day').fill('3');
	await page.getByLabel('Jobs').fill('1.5');
	await page.getByTestId('play').click();
	await says(page.locator('#day-jobs-fault'), 'A whole number from 1 to 1000.');
	expect(await page.evaluate('document.activeElement.id')).toBe('day-jobs');
	expect(await page.locator('#day-result').isVisible()).toBe(false);
});

it('says what can’t be played', async () => {
	const page = await bench.open();
	await page.getByLabel('Speed').selectOption('as fast as possible');
	await page.getByText('Play the same day again').click();
	await page.getByLabel('Number of the day').fill('9');
	await page.getByLabel('Jobs').fill('1');
	await page.getByTestId('play').click();
	await says(page.getByTestId('play-summary'), 'Done');
	await page.getByTestId('play').click();
	await says(page.locator('#day-problems'), 'radaro: ');
});
