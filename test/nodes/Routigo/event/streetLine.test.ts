import { streetLine } from '../../../../nodes/Routigo/event/streetLine';

it.each([
	['Korenweg', '27', '-29', 'Korenweg 27-29'],
	['Rue Exemple', '16', '/3', 'Rue Exemple 16/3'],
	['Korenweg', '27', '- 29', 'Korenweg 27 - 29'],
	['Korenbloemlaan', '27', 'B', 'Korenbloemlaan 27 B'],
	['Kade', '7', '(achter)', 'Kade 7 (achter)'],
	['Kade', '7', null, 'Kade 7'],
	['Havenkade', null, null, 'Havenkade'],
	['Havenkade', null, '/3', 'Havenkade /3'],
])('%s, %s and %s are %s', (street, number, addition, line) => {
	expect(streetLine(street, number, addition)).toBe(line);
});
