/**
 * The names under which a body may hold a value; the first one that is found counts. RoutiGo documents
 * none of them (docs/vendors.md#routigo-columns), so they are plausible ones, and this table is to be
 * replaced by the real ones when those are known. Capitals, `_` and `-` make no difference. A name of
 * two words may also be an object and a key in it, such as `driver` and `name`.
 */
export const NAMES = {
	occurredAt: ['timestamp', 'eventTimestamp', 'eventTime', 'occurredAt', 'dateTime'],
	reference: ['identifier', 'externalReference', 'externalId', 'customerReference', 'reference'],
	/** An order's own number is part of it. */
	parcelId: ['parcelId'],
	orderNumber: ['orderNumber', 'orderId'],
	trackingCode: ['trackingCode', 'trackAndTraceCode'],
	trackingNumber: ['trackingNumber', 'barcode'],
	trackingUrl: ['trackingUrl', 'trackingLink'],
	/** The day of the delivery, which times of day belong to. */
	day: [
		'scheduledDeliveryDate',
		'deliveryDate',
		'plannedDeliveryDate',
		'plannedDate',
		'scheduledDate',
		'visitDate',
		'tourDate',
		'routeDate',
		'date',
		'day',
	],
	driverId: ['driverId', 'driverCode', 'courierId'],
	driverName: ['driverName', 'driverFullName', 'driver', 'courierName', 'courier'],
	routeId: ['tourId', 'routeId', 'journeyId'],
	routeName: ['tourName', 'routeName', 'journeyName'],
	/** The window that customers were told counts first. */
	windowFrom: [
		'communicatedTimeWindowFrom',
		'communicatedWindowFrom',
		'timeWindowFrom',
		'windowFrom',
		'communicatedTimeWindowStart',
		'communicatedWindowStart',
		'timeWindowStart',
		'windowStart',
		'visitAfter',
	],
	windowTo: [
		'communicatedTimeWindowTo',
		'communicatedWindowTo',
		'timeWindowTo',
		'windowTo',
		'communicatedTimeWindowEnd',
		'communicatedWindowEnd',
		'timeWindowEnd',
		'windowEnd',
		'visitBefore',
	],
	/** A window in one text. */
	window: ['communicatedTimeWindow', 'communicatedWindow', 'timeWindow', 'deliveryWindow'],
	eta: ['eta', 'estimatedArrivalTime', 'estimatedArrival', 'expectedArrivalTime'],
	receivedBy: ['receivedBy', 'signedBy'],
	proofAt: ['doneAt', 'completedAt', 'finishedAt'],
	signatureUrl: ['signatureUrl', 'signature'],
	photoUrls: ['photoUrls', 'photos', 'photoUrl', 'photo'],
	note: ['driverComment', 'comment', 'remarks', 'remark', 'note'],
	reason: ['failureReason', 'endStatusReason', 'reason'],
	account: ['serviceCentreCode', 'serviceCentre', 'serviceCenterCode', 'serviceCenter'],
} as const;

/** The names of the id of what a body describes, by its type (docs/vendors.md#routigo-types). */
export const ID_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
	['STOP', ['stopId']],
	['SHIPMENT', ['shipmentId', 'consignmentId']],
	['ASSIGNMENT', ['assignmentId', 'taskId']],
]);

/** What somebody is called and how to reach them, in an object that is about them. */
export const CONTACT_NAMES = {
	name: ['name', 'fullName', 'contactName', 'recipientName', 'receiverName', 'naam'],
	/** Where there is no name in one. */
	nameParts: ['firstName', 'lastName'],
	phone: [
		'phoneNumber',
		'phone',
		'telephone',
		'telephoneNumber',
		'telefoonnummer',
		'mobile',
		'mobilePhone',
		'mobileNumber',
	],
	email: ['emailAddress', 'email', 'mail'],
} as const;

/** Where something is, in an object that is about it. */
export const PLACE_NAMES = {
	/** The address in one line, where it is not in parts. */
	addressLine: ['formattedAddress', 'fullAddress', 'addressLine', 'address'],
	street: ['streetName', 'street', 'straatnaam'],
	houseNumber: ['houseNumber', 'streetNumber', 'huisnummer'],
	houseNumberAddition: ['houseNumberAddition', 'huisnummertoevoeging'],
	postCode: ['postcode', 'postalCode', 'zipCode'],
	city: ['cityName', 'city', 'town', 'plaatsnaam'],
	country: ['countryCode', 'country'],
	latitude: ['latitude', 'lat'],
	longitude: ['longitude', 'lng', 'lon'],
} as const;
