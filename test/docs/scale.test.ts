import { n8nVersion } from '../../runtime/install';
import { columns, read, tableIn } from './documents';

const COMPOSE = 'docs/scale/compose.yaml';
const SCALE = 'docs/scale.md';

/** The part of a service in the compose file, by its name. */
function service(name: string): string {
	const [, after = ''] = read(COMPOSE).split(`\n  ${name}:\n`);
	return after.split(/\n {2}\w+:\n|\n\w+:\n/)[0] ?? '';
}

it('is made for the n8n that everything is tried with', () => {
	expect(read(COMPOSE)).toContain(`image: docker.n8n.io/n8nio/n8n:${n8nVersion()}\n`);
});

it('gives every process of n8n the same settings and the package', () => {
	const [shared = ''] = read(COMPOSE).split('\nservices:');
	expect(shared).toContain(
		'./n8n-nodes-lastmile:/home/node/.n8n/nodes/node_modules/n8n-nodes-lastmile:ro',
	);
	for (const name of ['main', 'webhook', 'worker']) {
		expect(service(name)).toContain('<<: *n8n');
		expect(service(name)).not.toMatch(/\b(volumes|environment|image):/);
	}
});

it('starts the processes that the page lists', () => {
	expect(['main', 'webhook', 'worker', 'postgres', 'redis', 'proxy'].map(service)).not.toContain(
		'',
	);
	expect(service('webhook')).toContain('replicas: 2');
	expect(service('worker')).toContain('replicas: 2');
	expect(columns(tableIn(SCALE, 'What runs where'), 0, 2).slice(1, 3)).toEqual([
		['**webhook processor**', '2 or more'],
		['**worker**', '2 or more'],
	]);
});

it('has every setting that the page names', () => {
	const named = columns(tableIn(SCALE, 'Settings that count'), 0)
		.flat()
		.flatMap((cell) => [...cell.matchAll(/\b([A-Z\d]+(?:_[A-Z\d]+)+)(?:=(\w+))?/g)]);
	expect(named.length).toBeGreaterThan(5);
	for (const [, name, value] of named) {
		expect(read(COMPOSE)).toMatch(new RegExp(`\\n    ${name}: ["']?${value ?? ''}`));
	}
});
