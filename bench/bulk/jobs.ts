/** Jobs by the vendors' own names, as a shop's table would have them; each run has numbers of its own. */

export function radaroJobs(count: number, run: string): object[] {
	return numbered(count, (number) => ({
		external_id: `${run}-${number}`,
		customer: { name: 'Tom Okafor', phone: '+61390003344', email: 'tom.okafor@example.com' },
		deliver_address: { address: `${number} Banksia St, Geelong VIC 3220, Australia` },
		deliver_address_2: 'Unit 5, rear entrance',
		deliver_after: '2099-03-02T21:00:00Z',
		deliver_before: '2099-03-03T01:00:00Z',
		title: `INV-${number}`,
		comment: 'Ring twice, the bell is quiet.',
	}));
}

export function detrackJobs(count: number, run: string): object[] {
	return numbered(count, (number) => ({
		do_number: `${run}-${number}`,
		date: '2099-03-03',
		address: `${number} Sample Road, Singapore 049999`,
		deliver_to_collect_from: 'Tom Okafor',
		phone_number: '+6561234567',
		notify_email: 'tom.okafor@example.com',
		instructions: 'Ring twice, the bell is quiet.',
		order_number: `SO-${number}`,
	}));
}

function numbered(count: number, job: (number: number) => object): object[] {
	return Array.from({ length: count }, (_, index) => job(index + 1));
}
