import { type ColumnDefinitionNode, DataTypeNode, type KyselyPlugin, OperationNodeTransformer, RawNode } from 'kysely';

/** Texts are compared by their bytes, as SQLite does it: pages of lists go on where the last one ended, in any language. */
class ByBytes extends OperationNodeTransformer {
  protected override transformColumnDefinition(node: ColumnDefinitionNode): ColumnDefinitionNode {
    const column = super.transformColumnDefinition(node);
    const isText = DataTypeNode.is(column.dataType) && column.dataType.dataType === 'text';
    return isText ? { ...column, dataType: RawNode.createWithSql('text collate "C"') } : column;
  }
}

const byBytes = new ByBytes();

export const textColumns: KyselyPlugin = {
  transformQuery: ({ node }) => byBytes.transformNode(node),
  transformResult: async ({ result }) => result,
};
