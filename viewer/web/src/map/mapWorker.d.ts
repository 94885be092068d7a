declare module 'virtual:map-worker' {
  /** The address of the map's worker, a module. */
  const address: string;
  export default address;
}
