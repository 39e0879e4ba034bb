throw new Error('no such parser');
