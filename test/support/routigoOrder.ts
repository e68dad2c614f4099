/** An order as RoutiGo's upload takes it, on 3 March 2026 between 9:00 and 12:30. */
export function routigoOrder(identifier: string, name = 'Femke Oosterhof', houseNumber = '27') {
	const addressInformation = {
		name,
		streetName: 'Korenbloemlaan',
		houseNumber,
		houseNumberAddition: 'B',
		postcode: '8043XX',
		cityName: 'Zwolle',
		countryCode: 'NL',
	};
	return {
		identifier,
		scheduledDeliveryDate: '2026-03-03',
		deliveryLocation: { addressInformation, visitAfter: 'PT9H', visitBefore: 'PT12H30M' },
		pickupLocation: null,
	};
}
