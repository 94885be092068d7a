export const feature = {
  title: 'Feature', unnamed: 'Feature without a name', nothing: 'not set', yes: 'yes', no: 'no',
  edit: 'Edit features', editing: (layer: string) => `Editing ${layer}`, choose: 'Click a feature to choose it.', finish: 'Done',
  add: { Point: 'Add a point', LineString: 'Add a line', Polygon: 'Add an area' },
  placeHint: 'Drag the pin or click the map, then save.',
  attributes: 'Attributes', noFields: 'This layer has no attributes.', placeless: 'This feature has no place on the map.',
  needWhole: 'A whole number is needed.', needNumber: 'A number is needed.', needTime: 'A day and a time are needed, as 23/11/2026 14:05.', timeHint: '23/11/2026 14:05',
  editShape: 'Edit the shape', movePoint: 'Move it', shapeHint: 'Drag the corners; a small dot adds one.', pointHint: 'Drag the point to its new place.',
  vertex: 'Corner: drag it, or move it with the arrow keys, Delete removes it', addVertex: 'Add a corner here', removeVertex: 'Remove the corner',
  remove: 'Delete', removeAsk: 'Delete this feature from the layer?', removeNow: 'Delete', keep: 'Keep it',
  saved: 'Feature saved', removed: 'Feature deleted. Undo brings it back.', undo: 'Undo', redo: 'Redo', undone: 'Undone', redone: 'Done again',
  stale: 'Somebody else has just changed this feature. It has been read again, and nothing was overwritten.',
  importing: 'Data is being imported into this layer. Edit it when the import is done.', gone: 'This feature is no longer in the layer.',
  badShape: 'This shape cannot be saved: its edges must not cross, and every corner must lie on the ground.',
  history: {
    none: 'Nobody has edited this feature by itself yet.', created: 'added the feature', removed: 'deleted the feature', changed: 'changed attributes', moved: 'changed the shape',
    placed: 'gave it a place', unplaced: 'took its place away', both: 'changed the shape and attributes',
  },
};
