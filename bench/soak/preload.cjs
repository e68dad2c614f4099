/**
 * Loaded into n8n before its own code. On SIGUSR2 it collects all garbage and writes what is left into
 * the file that SOAK_GAUGE names, which n8n's task runner is not told.
 */
const { renameSync, writeFileSync } = require('node:fs');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

const file = process.env.SOAK_GAUGE;
if (file) {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc');
	process.on('SIGUSR2', () => {
		collect();
		// What had a finalizer is gone after the second one.
		setImmediate(() => {
			collect();
			const { heapUsed } = process.memoryUsage();
			const resources = process.getActiveResourcesInfo();
			writeFileSync(`${file}.new`, JSON.stringify({ heapUsed, resources }));
			renameSync(`${file}.new`, file);
		});
	});
}
