import { jobRow } from '../../../../nodes/shared/event/deliveryRow';
import { inForm } from '../../../../nodes/shared/event/listsAs';

const item = { sku: 'A', description: 'Lamp', quantity: 2, rejectedQuantity: null, reason: null };
const row = jobRow('radaro', 'delivered', { items: [item], attempt: 2, note: 'x' });

it('gives a flat row with its lists as JSON text', () => {
	expect(inForm(row, 'text')).toEqual({
		...row,
		items: '[{"sku":"A","description":"Lamp","quantity":2,"rejectedQuantity":null,"reason":null}]',
		photoUrls: '[]',
	});
});

it.each(['list', undefined, '', 'TEXT'])('gives the row as it is for %p', (listsAs) => {
	expect(inForm(row, listsAs)).toBe(row);
});
