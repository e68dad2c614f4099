import { ERP_COMPANY } from './defaults';

const CUSTOMERS = [
	['Bay Cafe', '12 Moorabool St, Geelong VIC 3220, Australia', '0390001201'],
	['Elena Rossi', '2/81 Mercer St, Geelong VIC 3220, Australia', '0390001202'],
	['Altona Library', '123 Queen St, Altona VIC 3018, Australia', '0390001203'],
] as const;

const ARTICLES = [
	['CHAIR-OAK-02', 'Oak dining chair', 2, 189],
	['00451', 'Felt pads', 12, 1.5],
	['LAMP-CMP-03', 'Reading lamp', 1, 64.9],
] as const;

/** How many sales orders somebody has entered and submitted before the sandbox starts. */
export const SEEDS = CUSTOMERS.length;

/** A sales order that waits to be shipped; which one is made up by its number. */
export function salesOrder(index: number, now: string): Record<string, unknown> {
	const [customer, address, phone] = CUSTOMERS[index % CUSTOMERS.length] ?? CUSTOMERS[0];
	const items = ARTICLES.slice(0, 1 + (index % ARTICLES.length)).map(
		([item_code, item_name, qty, rate]) => ({
			item_code,
			item_name,
			qty,
			rate,
			amount: qty * rate,
		}),
	);
	const today = now.slice(0, 10);
	return {
		customer,
		customer_name: customer,
		company: ERP_COMPANY,
		transaction_date: today,
		delivery_date: today,
		status: 'To Deliver and Bill',
		docstatus: 1,
		delivery_status: 'Not Delivered',
		per_delivered: 0,
		shipping_address: address,
		address_display: address,
		contact_display: customer,
		contact_mobile: phone,
		contact_email: `${customer.toLowerCase().replaceAll(' ', '.')}@example.com`,
		currency: 'AUD',
		total_qty: items.reduce((sum, { qty }) => sum + qty, 0),
		grand_total: items.reduce((sum, { amount }) => sum + amount, 0),
		items,
	};
}
