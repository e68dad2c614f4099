import { report } from '../../bench/soak/report';
import { growth, leftOpen, soak } from '../../bench/soak/soak';

const FIVE_MEGABYTES = 5 * 1024 * 1024;

it('lets nothing pile up in a minute of events from all services, and nobody in', async () => {
	const soaked = await soak({ minutes: 1 });
	process.stdout.write(`${report(soaked)}\n`);
	expect(soaked.problems).toEqual([]);
	expect(soaked.letIn).toBe(0);
	expect(soaked.refused).toBeGreaterThan(0);
	expect(soaked.answered).toBeGreaterThan(0);
	expect(leftOpen(soaked)).toEqual([]);
	expect(growth(soaked)).toBeLessThan(FIVE_MEGABYTES);
}, 900_000);
