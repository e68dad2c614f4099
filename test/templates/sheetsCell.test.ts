import { cellOf } from '../support/sheetsCell';

describe('a cell of the Sheets stand-in', () => {
	it.each<[string, string | number | boolean]>([
		['SO-100482', 'SO-100482'],
		['000451', 451],
		["'000451", '000451'],
		['1,250.50', 1250.5],
		['1,25', '1,25'],
		['12%', 0.12],
		['-38.14712', -38.14712],
		['true', true],
		['2024-01-01', 45_292],
		['2024-01-01 12:00', 45_292.5],
		['2024-01-01T12:00:00Z', '2024-01-01T12:00:00Z'],
		['1/2/2024', 45_293],
		['13/2/2024', '13/2/2024'],
		['06:00', 0.25],
		['+61 400 555 001', '#ERROR!'],
		['12345678901234567890', 12345678901234600000],
	])('holds for %s, when typed, %s', (input, value) => {
		expect(cellOf(input, 'USER_ENTERED').value).toBe(value);
		expect(cellOf(input, 'RAW')).toEqual({ value: input, shown: input });
	});
});
