import { splitAddress } from '../../../../../nodes/Routigo/operations/order/splitAddress';

it.each([
	['Korenbloemlaan 27', 'Korenbloemlaan', '27', undefined],
	['Korenbloemlaan 27 B', 'Korenbloemlaan', '27', 'B'],
	['Korenbloemlaan 27B', 'Korenbloemlaan', '27', 'B'],
	['Korenbloemlaan 27-B', 'Korenbloemlaan', '27', 'B'],
	['Sluisweg 110-3', 'Sluisweg', '110', '3'],
	['Sluisweg 110/2', 'Sluisweg', '110', '2'],
	['Sluisweg 12 bis', 'Sluisweg', '12', 'bis'],
	['Kerkstraat 27 2', 'Kerkstraat', '27', '2'],
	['Kerkstraat 27 bus 3', 'Kerkstraat', '27', 'bus 3'],
	['  Lange   Voorhout  9 ', 'Lange Voorhout', '9', undefined],
	['Lange Voorhout, 9', 'Lange Voorhout', '9', undefined],
	['2e Weteringdwarsstraat 12 hs', '2e Weteringdwarsstraat', '12', 'hs'],
	['1e Pijnackerstraat 5', '1e Pijnackerstraat', '5', undefined],
	['Plein 1944 5', 'Plein 1944', '5', undefined],
	['Plein 1944 5 A', 'Plein 1944', '5', 'A'],
	["'s-Gravenweg 300", "'s-Gravenweg", '300', undefined],
	['Größestraße 5a', 'Größestraße', '5', 'a'],
])('%s', (line, streetName, houseNumber, houseNumberAddition) => {
	expect(splitAddress(line)).toEqual({
		streetName,
		houseNumber,
		...(houseNumberAddition === undefined ? {} : { houseNumberAddition }),
	});
});

it.each([
	'Korenbloemlaan',
	'27',
	'',
	'27 Korenbloemlaan',
	'Korenbloemlaan B27',
	'Korenbloemlaan 27, 8043XX Zwolle',
	'Korenbloemlaan 27 achterom bij de schuur',
	'Postbus 123456',
])('does not guess at %j', (line) => {
	expect(splitAddress(line)).toBeNull();
});
