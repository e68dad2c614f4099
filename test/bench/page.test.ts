import { performancePage } from '../../bench/page';

const figure = { modules: 17, heapBytes: 5_400_000 };
const calls = { calls: 20_000, right: 20_000 };

const page = performancePage(
	{
		versions: { n8n: '2.41.1' },
		busyBefore: 0.42,
		packages: [
			{ name: 'this package', dir: '', files: ['a.node.js', 'b.node.js', 'c.credentials.js'] },
		],
		load: [{ ...figure, ms: 50, descriptionBytes: 240_000 }],
		calls: [
			{
				vendor: 'Radaro',
				bodies: [
					{
						bytes: 9_300,
						figures: [
							{ p50: 38.2, p99: 69, parse: 19.1, ...calls },
							{ p50: 18.3, p99: 22, parse: 19.2, ...calls },
						],
					},
				],
			},
			{
				vendor: 'Detrack',
				bodies: [{ bytes: 6_000, figures: [{ p50: 60, p99: 99, parse: 20, ...calls }] }],
			},
		],
		live: [
			{
				subject: 'Webhook → If',
				rates: { 'n8n’s defaults': 30, LAZY_ACQUIRE: 40 },
			},
			{ subject: 'Radaro Trigger, wanted', rates: { 'n8n’s defaults': 27, LAZY_ACQUIRE: 120 } },
		],
		bulk: [
			{
				work: 'Create jobs at Radaro',
				way: 'Create Many, fields',
				count: 10_000,
				seconds: 4.57,
				requests: 100,
				process: { processorSeconds: 2, grownBytes: 30_000_000 },
			},
			{
				work: 'Create jobs at Radaro',
				way: 'an HTTP Request for each',
				count: 10_000,
				seconds: 120.4,
				requests: 10_000,
				process: { processorSeconds: 44, grownBytes: 300_000_000 },
			},
			{
				work: 'Create jobs at Detrack',
				way: 'Create Many, fields',
				count: 5_000,
				seconds: 4,
				requests: 50,
				process: { processorSeconds: 2, grownBytes: 30_000_000 },
			},
			{ work: 'Create jobs at Detrack', way: 'an HTTP Request for each', count: 5_000 },
		],
		scale: [{ processes: 1, atOnce: 80, whenFinished: 40 }],
	},
	'2031-05-14',
);

/** The cells of the page's only row that begins with these. */
function rowOf(...first: string[]): string[] {
	const rows = page
		.split('\n')
		.map((line) => line.split('|').slice(1, -1))
		.map((cells) => cells.map((cell) => cell.trim()))
		.filter((cells) => first.every((cell, index) => cells[index] === cell));
	expect(rows).toHaveLength(1);
	return rows[0] ?? [];
}

it('says where and when it was measured', () => {
	expect(rowOf('Date')).toEqual(['Date', '2031-05-14']);
	expect(rowOf('n8n')).toEqual(['n8n', '2.41.1']);
});

it('compares calls with what people build, with both settings', () => {
	expect(rowOf('Radaro Trigger, wanted')).toEqual([
		'Radaro Trigger, wanted',
		'27',
		'0.9 ×',
		'120',
		'3 ×',
	]);
});

it('compares the processor time of many jobs with that of the last way', () => {
	expect(rowOf('10,000', 'Create Many, fields')).toEqual([
		'10,000',
		'Create Many, fields',
		'100',
		'4.6',
		'2',
		'22 ×',
		'30',
	]);
});

it('compares a call with reading its body, and with Onfleet Trigger where it takes it', () => {
	expect(rowOf('Radaro')).toEqual(['Radaro', '9.3', '38', '69', '2 ×', '18']);
	expect(rowOf('Detrack')).toEqual(['Detrack', '6', '60', '99', '3 ×', '–']);
});

it('compares with nothing where n8n failed at what is compared with', () => {
	const [, way, ...others] = rowOf('5,000', 'an HTTP Request for each');
	expect([way, ...others]).toEqual(['an HTTP Request for each', '–', '–', '–', '–', '–']);
	expect(rowOf('5,000', 'Create Many, fields')).toEqual([
		'5,000',
		'Create Many, fields',
		'50',
		'4',
		'2',
		'–',
		'30',
	]);
});

it('gives loading for each node', () => {
	expect(rowOf('this package')).toEqual(['this package', '2', '50', '25', '17', '5.4', '240']);
});
