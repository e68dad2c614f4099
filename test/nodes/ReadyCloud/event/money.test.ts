import { moneyBeside, moneyOf } from '../../../../nodes/ReadyCloud/event/money';

it.each<[unknown, string | null, string | null]>([
	['2.34 USD', '2.34', 'USD'],
	['15.00 USD', '15.00', 'USD'],
	['5 EUR', '5', 'EUR'],
	['-3.50 USD', '-3.50', 'USD'],
	['0.1 USD', '0.1', 'USD'],
	['9007199254740993.01 JPY', '9007199254740993.01', 'JPY'],
	['  2.34   USD ', '2.34', 'USD'],
	['2.34 usd', '2.34', 'USD'],
	['2.34', '2.34', null],
	[2.34, '2.34', null],
	[0, '0', null],
	['USD 2.34', null, null],
	['$2.34', null, null],
	['1,234.50 USD', null, null],
	['1.234,50 EUR', null, null],
	['1e3 USD', null, null],
	['.5 USD', null, null],
	['2. USD', null, null],
	['+2 USD', null, null],
	['2.34USD', null, null],
	['2.34 US', null, null],
	['2.34 USDX', null, null],
	['2.34 USD 5', null, null],
	['140.0000 g', null, null],
	['NaN USD', null, null],
	['', null, null],
	[1e21, null, null],
	[NaN, null, null],
	[null, null, null],
	[undefined, null, null],
	[true, null, null],
	[['2.34 USD'], null, null],
	[{ amount: '2.34' }, null, null],
])('splits %j into %j and %j', (value, amount, currency) => {
	expect(moneyOf(value)).toEqual({ amount, currency });
});

it.each<[string, unknown, Record<string, string | null>]>([
	['ship_cost', '2.34 USD', { ship_cost_amount: '2.34', ship_cost_currency: 'USD' }],
	['tax', '7.65', { tax_amount: '7.65', tax_currency: null }],
	['packing_cost', 'free', {}],
	['ship_cost', 2.34, {}],
	['shipping', { ship_cost: '2.34 USD' }, {}],
	['weight', '10 LBS', {}],
	['message', '100 USD', {}],
	['constructor', '2.34 USD', {}],
])('puts beside %s %j: %j', (key, value, beside) => {
	expect(moneyBeside(key, value)).toEqual(beside);
});
