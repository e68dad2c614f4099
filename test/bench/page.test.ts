import { performancePage } from '../../bench/page';

const figure = { runs: 7, coldMs: 9, coldModules: 9, modules: 17, heapBytes: 5_400_000 };

const page = performancePage(
	{
		versions: { n8n: '2.41.1' },
		busyBefore: 0.42,
		packages: [
			{ name: 'this package', dir: '', files: ['a.node.js', 'b.node.js', 'c.credentials.js'] },
		],
		load: [{ ...figure, ms: 50, descriptionBytes: 240_000 }],
		calls: 'Radaro’s call  p50  70.0',
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

it('gives loading for each node', () => {
	expect(rowOf('this package')).toEqual(['this package', '2', '50', '25', '17', '5.4', '240']);
});
