// What the exported network file uses of vis-network, which pyvis brings along without types.
declare namespace vis {
  interface Item {
    id: number;
  }
  class DataSet<T extends Item> {
    constructor(items: T[]);
    update(items: (Item & Partial<T>)[]): number[];
  }
  class Network {
    constructor(host: HTMLElement, data: { nodes: DataSet<Item>; edges: DataSet<Item> }, options: object);
    on(event: "selectNode", then: (event: { nodes: number[] }) => void): void;
    once(event: "afterDrawing", then: () => void): void;
    selectNodes(ids: number[]): void;
    focus(id: number, options: { scale: number; animation: boolean }): void;
    fit(options: { nodes: number[]; animation: boolean }): void;
    moveTo(options: { scale: number }): void;
    getScale(): number;
    setOptions(options: object): void;
  }
}
