/** Every time is shown in the city's zone, whatever the zone of the device. */
export const cityZone = 'Asia/Ho_Chi_Minh';

/** The city's offset from UTC in minutes. Vietnam has kept +07:00 without summer time since 1975. */
export const cityOffsetMinutes = 7 * 60;
