package emptyrecord.dynamo.store.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Objects;
import org.h2.store.fs.FilePath;

/** Paths of {@link CutDisk} for H2: {@code cut:DISK/FILE}. */
public final class CutPath extends FilePath {

    static final String SCHEME = "cut";

    private final String disk;
    private final String file;

    CutPath(String disk, String file) {
        this.disk = disk;
        this.file = file;
        this.name = SCHEME + ":" + disk + "/" + file;
    }

    static void register() {
        FilePath.register(new CutPath("", ""));
    }

    private CutDisk disk() {
        return CutDisk.named(disk);
    }

    @Override
    public FilePath getPath(String path) {
        String rest = path.substring(SCHEME.length() + 1);
        int slash = rest.indexOf('/');
        return slash < 0 ? new CutPath(rest, "") : new CutPath(rest.substring(0, slash), rest.substring(slash + 1));
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        disk().refuse(disk().power());
        return new CutChannel(disk(), disk().files().computeIfAbsent(file, name -> new CutFile()));
    }

    @Override
    public void moveTo(FilePath newName, boolean atomicReplace) {
        CutFile moved = Objects.requireNonNull(disk().files().remove(file));
        disk().files().put(((CutPath) newName).file, moved);
    }

    @Override
    public boolean exists() {
        return file.isEmpty() || disk().files().containsKey(file);
    }

    @Override
    public void delete() {
        disk().files().remove(file);
    }

    @Override
    public long size() {
        return Objects.requireNonNull(disk().files().get(file)).size();
    }

    @Override
    public boolean createFile() {
        return disk().files().putIfAbsent(file, new CutFile()) == null;
    }

    @Override
    public FilePath getParent() {
        return new CutPath(disk, "");
    }

    @Override
    public FilePath toRealPath() {
        return this;
    }

    @Override
    public List<FilePath> newDirectoryStream() {
        return List.of();
    }

    @Override
    public boolean isDirectory() {
        return file.isEmpty();
    }

    @Override
    public boolean isRegularFile() {
        return !file.isEmpty();
    }

    @Override
    public boolean isAbsolute() {
        return true;
    }

    @Override
    public long lastModified() {
        return 0;
    }

    @Override
    public boolean canWrite() {
        return true;
    }

    @Override
    public void createDirectory() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean setReadOnly() {
        return false;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }
}
