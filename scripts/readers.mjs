// `npm run readers`.
import { load, runCommand } from './lib/bootstrap.mjs';

await runCommand(async () => {
	const { shareReaderNodes } = await load('./build/readers.ts');
	const { ALL_TEMPLATES } = await load('./test/support/templates.ts');
	const changed = await shareReaderNodes(ALL_TEMPLATES);
	console.log(
		changed.length === 0
			? 'All readers share what delivery-log.json has.'
			: `Written anew: ${changed.join(', ')}. Look at them with git diff.`,
	);
});
